package org.goufu.matching.domain;

import java.util.Locale;
import org.goufu.purchase.RequirementKind;

/** What a verdict is about: the words of the HTTP contract. */
public enum ConditionKind {
    LEGAL_PERSON,
    REGISTRATION_STATUS,
    SERIOUS_LIST,
    COURT_DEFAULT,
    TAX_CREDIT,
    PROCUREMENT_BAN,
    FILING,
    MEMBERSHIP,
    MANDATE,
    SPECIAL_QUALIFICATION,
    ANNUAL_INSPECTION,
    PROFESSIONAL_STAFF,
    TEXT,
    /** Nobody declared the lot's service: what a federation misses before any condition is asked. */
    CATEGORY;

    static ConditionKind of(RequirementKind asked) {
        return valueOf(asked.name());
    }

    /** As it stands in the keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
