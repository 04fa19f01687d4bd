package org.goufu.matching;

/** May this body bid? (domain.md 6.6; THROUGH_FEDERATION is the only way for a filed group.) */
public enum Eligibility {
    ELIGIBLE,
    ELIGIBLE_WITH_GAPS,
    NOT_ELIGIBLE,
    THROUGH_FEDERATION
}
