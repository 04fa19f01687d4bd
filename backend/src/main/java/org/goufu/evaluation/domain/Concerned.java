package org.goufu.evaluation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * With whom nobody who evaluates may have anything to do (实施条例 第9条; C05): all who bid, alone or together, and the groups that a
 * federation's bid names.
 *
 * @param names of these bodies: whose employer is one of them works there, whether a tie says so or not
 * @param heads who speaks for one of them, or did within three years; a name is taken for the person, for the pool has others
 */
public record Concerned(Set<UUID> bodies, Set<String> names, Set<String> heads) {
    public Concerned {
        bodies = Set.copyOf(bodies);
        names = Set.copyOf(names);
        heads = Set.copyOf(heads);
    }

    /** @param profiles what the registry knows of them */
    public static Concerned of(Evaluation evaluation, Collection<BodyProfile> profiles, LocalDate today, Instant now) {
        return new Concerned(
                bodies(evaluation),
                profiles.stream().map(BodyProfile::name).collect(Collectors.toSet()),
                profiles.stream()
                        .flatMap(profile -> profile.facts().stream())
                        .filter(fact -> fact.kind() == FactKind.HEAD && fact.knownAt(now) && isRecent(fact.to(), today))
                        .map(Fact::value)
                        .collect(Collectors.toSet()));
    }

    public static Set<UUID> bodies(Evaluation evaluation) {
        return evaluation.bids().stream().flatMap(Bid::everybody).collect(Collectors.toSet());
    }

    private static boolean isRecent(@Nullable LocalDate until, LocalDate today) {
        return until == null || !until.isBefore(today.minusYears(PoolMember.YEARS_OF_RECUSAL));
    }

    public boolean excludes(PoolMember one, LocalDate today) {
        return isTied(one, today) || isNamesake(one);
    }

    /** By what the pool says: where one works, worked or sat on a board within three years. */
    public boolean isTied(PoolMember one, LocalDate today) {
        return one.related(bodies, today).isPresent() || one.worksFor(names.stream());
    }

    /** By nothing but the name. */
    public boolean isNamesake(PoolMember one) {
        return heads.contains(one.name());
    }
}
