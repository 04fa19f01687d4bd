package org.goufu.matching.http;

import java.time.LocalDate;
import java.util.List;
import org.goufu.matching.domain.ConditionKind;
import org.goufu.matching.domain.Verdict.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A verdict in the caller's language.
 *
 * @param citations on what it rests; empty when it rests on nothing being on record
 * @param plain the rule in everyday words
 * @param action the remedy as an act, null exactly when {@code remedy} is
 */
record VerdictView(
        Asked requirement,
        Outcome verdict,
        String fact,
        LocalDate factDate,
        List<CitationView> citations,
        String rule,
        String plain,
        @Nullable String remedy,
        @Nullable ActionView action) {

    /** A condition with the parameters of its kind, and in words. */
    record Asked(
            ConditionKind kind,
            @Nullable String qualification,
            @Nullable Integer year,
            @Nullable Integer count,
            String text) {}
}
