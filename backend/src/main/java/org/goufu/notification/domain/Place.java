package org.goufu.notification.domain;

import java.util.Locale;

/** The page on which one does what a message asks for, or reads what it is about: of the lot, but for {@link #KEYS}. */
public enum Place {
    OPENING,
    EVALUATION,
    /** An evaluator's own. */
    DESK,
    /** A bidder's own: its points, its place, and what it has to explain. */
    DEBRIEF,
    RESULT,
    /** A group's own: what it does in its federation's bid, for how much, and what became of it. */
    CONSENTS,
    /** Where a body sees the keys that sign in its name. */
    KEYS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Place of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
