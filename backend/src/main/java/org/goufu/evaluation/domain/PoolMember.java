package org.goufu.evaluation.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sit on panels.
 *
 * @param departmentId whose own person it is, or which named the resident; else null
 * @param fields the services he or she knows, as codes of the catalogue: a node stands for everything under it
 * @param regionCode whose finance department keeps an expert; where a resident lives
 * @param places where he or she is ready to sit: a node stands for everything under it
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
        List<String> places,
        List<Tie> ties) {

    /** As what. */
    public enum Kind {
        EXPERT,
        /** One of the purchaser's own people (采购人代表). */
        INTERNAL,
        /** Speaks for the residents (居民代表). */
        RESIDENT
    }

    /** What stands between somebody and a body (实施条例 第9条): work, a board seat, control, kinship with its head, or else. */
    public enum Relation {
        EMPLOYED,
        BOARD,
        CONTROL,
        FAMILY,
        OTHER
    }

    /**
     * A relation to a body.
     *
     * @param name of the body when it was entered
     * @param until the last day of it; null while it lasts
     */
    public record Tie(
            UUID body,
            String name,
            Relation relation,
            @Nullable LocalDate until) {
        boolean standsInTheWay(LocalDate today) {
            return until == null || !until.isBefore(today.minusYears(YEARS_OF_RECUSAL));
        }
    }

    /** IR第9条: for so long a relation that has ended still stands in the way. */
    public static final int YEARS_OF_RECUSAL = 3;

    public PoolMember {
        fields = List.copyOf(fields);
        places = List.copyOf(places);
        ties = List.copyOf(ties);
    }

    public boolean knows(String category) {
        return fields.stream().anyMatch(category::startsWith);
    }

    public boolean comesTo(RegionCode region) {
        return places.stream().map(RegionCode::new).anyMatch(region::touches);
    }

    /** Whether one works for the unit whose purchase it is: such a one is no expert there (74号令 第7条). */
    public boolean isOf(UUID department) {
        return department.equals(departmentId);
    }

    /** Where one works stands in the entry itself: a unit of that name is one's own employer, whether a tie says so or not. */
    public boolean worksFor(Stream<String> names) {
        return names.anyMatch(employer::equals);
    }

    /** 实施条例 第9条, C05: a bidder with whom there was employment, a board seat or control within three years. */
    public Optional<UUID> related(Collection<UUID> bidders, LocalDate today) {
        return ties.stream()
                .filter(tie -> bidders.contains(tie.body()))
                .filter(tie -> tie.standsInTheWay(today))
                .map(Tie::body)
                .findFirst();
    }

    PoolMember tied(List<Tie> ties) {
        return new PoolMember(account, name, kind, departmentId, employer, title, fields, regionCode, places, ties);
    }
}
