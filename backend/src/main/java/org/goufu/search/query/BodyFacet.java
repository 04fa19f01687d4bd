package org.goufu.search.query;

/** What a list of bodies can be narrowed by; each facet counts as if its own narrowing had not been made. */
enum BodyFacet {
    REGION("region"),
    CATEGORY("category"),
    KIND("kind"),
    LEGAL_FORM("legalForm"),
    LEGAL_PERSON("legalPerson"),
    /** A grade and every better one: it counts what {@code minGrade} leaves. */
    MIN_GRADE("minGrade"),
    STATUS("status"),
    FEDERATED("federated");

    private final String key;

    BodyFacet(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
