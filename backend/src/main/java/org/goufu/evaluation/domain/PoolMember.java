package org.goufu.evaluation.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sit on panels.
 *
 * @param departmentId whose own person it is; else null
 * @param fields the services he or she knows, as codes of the catalogue: a node stands for everything under it
 * @param ties where he or she works, worked or sat on a board
 */
public record PoolMember(
        UUID account,
        String name,
        Kind kind,
        @Nullable UUID departmentId,
        String employer,
        String title,
        List<String> fields,
        String regionCode,
        List<Tie> ties) {

    /** As what. */
    public enum Kind {
        EXPERT,
        /** One of the purchaser's own people (采购人代表). */
        INTERNAL,
        /** Speaks for the residents (居民代表). */
        RESIDENT
    }

    /**
     * A relation to a body.
     *
     * @param until the last day of it; null while it lasts
     */
    public record Tie(UUID body, @Nullable LocalDate until) {}

    /** IR第9条: for so long a relation that has ended still stands in the way. */
    public static final int YEARS_OF_RECUSAL = 3;

    public PoolMember {
        fields = List.copyOf(fields);
        ties = List.copyOf(ties);
    }

    public boolean knows(String category) {
        return fields.stream().anyMatch(category::startsWith);
    }

    /** Whether one works for the unit whose purchase it is: such a one is no expert there (74号令 第7条). */
    public boolean isOf(UUID department) {
        return department.equals(departmentId);
    }

    /** 实施条例 第9条, C05: a bidder with whom there was employment, a board seat or control within three years. */
    public Optional<UUID> related(Collection<UUID> bidders, LocalDate today) {
        return ties.stream()
                .filter(tie -> bidders.contains(tie.body()))
                .filter(tie -> tie.until() == null || !tie.until().isBefore(today.minusYears(YEARS_OF_RECUSAL)))
                .map(Tie::body)
                .findFirst();
    }
}
