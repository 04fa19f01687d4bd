package org.goufu.organization.domain;

/** Where the filing of a group stands (domain.md 7.5). */
public enum FilingState {
    /** Being written, or returned to be amended. */
    APPLIED,
    COMMUNITY_OPINION,
    STREET_REVIEW,
    /** Filed, and to be confirmed before its last day. */
    FILED_ACTIVE,
    DORMANT,
    REVOKED,
    CANCELLED,
    /** The group has become a legal person. */
    REGISTERED;

    /** Whether the group stands in the registry and can still go on. */
    public boolean isAlive() {
        return this == FILED_ACTIVE || this == DORMANT;
    }

    /** What the registry's fact about the filing says. */
    public String fact() {
        return switch (this) {
            case FILED_ACTIVE -> "ACTIVE";
            case REGISTERED -> "SUCCEEDED";
            default -> name();
        };
    }
}
