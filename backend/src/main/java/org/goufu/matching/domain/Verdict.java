package org.goufu.matching.domain;

import java.time.LocalDate;
import java.util.List;
import org.goufu.matching.Phrase;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What the record says about one condition for one bidder.
 *
 * @param kind of the condition, for example {@code SERIOUS_LIST}
 * @param requirement as the department wrote it, null for a condition that every lot has
 * @param finding on what the outcome rests
 * @param rule the article or rule that asks for it
 * @param remedy null only when met; else what to do, or until when nothing can be done
 */
public record Verdict(
        ConditionKind kind,
        @Nullable Requirement requirement,
        Outcome outcome,
        Finding finding,
        Phrase rule,
        @Nullable Remedy remedy) {

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

    public Phrase fact() {
        return finding.text();
    }

    public LocalDate factDate() {
        return finding.day();
    }

    public List<Citation> citations() {
        return finding.citations();
    }
}
