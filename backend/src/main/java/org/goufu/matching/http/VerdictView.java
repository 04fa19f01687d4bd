package org.goufu.matching.http;

import java.time.LocalDate;
import org.goufu.matching.domain.Verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** A verdict in the caller's language. */
record VerdictView(
        Asked requirement,
        Outcome verdict,
        String fact,
        LocalDate factDate,
        String rule,
        @Nullable String remedy) {

    /** A condition with the parameters of its kind, and in words. */
    record Asked(
            String kind,
            @Nullable String qualification,
            @Nullable Integer year,
            @Nullable Integer count,
            String text) {}
}
