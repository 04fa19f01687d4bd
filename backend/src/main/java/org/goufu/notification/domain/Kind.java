package org.goufu.notification.domain;

import java.util.Locale;

/** What an inbox row is about; the words are the event names of the HTTP contract. */
public enum Kind {
    MATCH,
    NOTICE,
    CORRECTION,
    DEADLINE,
    BID,
    OPENING,
    EVALUATION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
