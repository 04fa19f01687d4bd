package org.goufu.evaluation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolMember;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the pool, as it was typed.
 *
 * @param kind experts by those who keep the pool; INTERNAL and RESIDENT by a purchaser
 * @param regionCode whose finance department keeps an expert; where a resident lives; a purchaser's own people are where it is
 * @param places where an expert is ready to sit
 * @param fields codes of the catalogue that an expert knows
 * @param acknowledged whether the keeper has seen that somebody alike is there, and means another person
 */
public record EvaluatorForm(
        PoolMember.@Nullable Kind kind,
        @Nullable String name,
        @Nullable String employer,
        @Nullable String title,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String regionCode,
        @Nullable List<String> places,
        @Nullable List<String> fields,
        @Nullable List<Avoidance> avoidances,
        @Nullable Boolean acknowledged) {

    /** @param until the last day of it; null while it lasts */
    public record Avoidance(
            @Nullable UUID body,
            PoolMember.@Nullable Relation relation,
            @Nullable LocalDate until) {}
}
