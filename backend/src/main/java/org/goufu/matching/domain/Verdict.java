package org.goufu.matching.domain;

import java.time.LocalDate;
import org.goufu.matching.Phrase;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What the record says about one condition for one bidder.
 *
 * @param kind of the condition, for example {@code SERIOUS_LIST}
 * @param requirement as the department wrote it, null for a condition that every lot has
 * @param fact on what the outcome rests
 * @param factDate since when that fact holds, or the day that was looked at when there is none
 * @param rule the article or rule that asks for it
 * @param remedy null only when met; else what to do, or until when nothing can be done
 */
public record Verdict(
        String kind,
        @Nullable Requirement requirement,
        Outcome outcome,
        Phrase fact,
        LocalDate factDate,
        Phrase rule,
        @Nullable Phrase remedy) {

    /** UNKNOWN: a fact is missing or expired. */
    public enum Outcome {
        MET,
        NOT_MET,
        UNKNOWN
    }

    public Verdict {
        if ((remedy == null) != (outcome == Outcome.MET)) {
            throw new IllegalArgumentException("a remedy is missing or superfluous: " + kind + " " + outcome);
        }
    }

    public boolean is(Outcome other) {
        return outcome == other;
    }
}
