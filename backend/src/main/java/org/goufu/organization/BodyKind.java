package org.goufu.organization;

/** What a body in the registry is; only the first two are legal persons. */
public enum BodyKind {
    LEGAL_PERSON,
    FEDERATION,
    FILED_GROUP;

    public boolean isLegalPerson() {
        return this != FILED_GROUP;
    }
}
