package org.goufu.organization;

/** How a body stands, in one word, see {@link BodyProfile#standing}. */
public enum Standing {
    /** Registered, and on no list. */
    NORMAL,
    SUSPENDED,
    REVOKED,
    CANCELLED,
    LIQUIDATING,
    /** On the list of abnormal activities (domain.md 3.4). */
    ABNORMAL,
    /** On the list of serious violations (domain.md 3.4). */
    SERIOUS,
    /** Filed with its street. */
    ACTIVE,
    DORMANT,
    /** The filing has run out. */
    LAPSED,
    /** Nothing is on record that Goufu can read. */
    UNKNOWN;

    /** The standing that a fact of {@link FactKind#STATUS} or {@link FactKind#FILING} says. */
    public static Standing of(String value) {
        for (var standing : values()) {
            if (standing.name().equals(value)) return standing;
        }
        return UNKNOWN;
    }
}
