package org.goufu.notification.domain;

import java.util.Locale;

/** The page of a lot on which one does what a message asks for, or reads what it is about. */
public enum Place {
    OPENING,
    EVALUATION,
    /** An evaluator's own. */
    DESK,
    /** A bidder's own: its points, its place, and what it has to explain. */
    DEBRIEF,
    RESULT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Place of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
