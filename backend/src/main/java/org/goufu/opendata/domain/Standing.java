package org.goufu.opendata.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goufu.federation.Membership;
import org.goufu.organization.ActivityKind;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * On which days a body counts as what, as far as the platform knows today (domain.md 7.8).
 *
 * @param onRecord a legal person: registered; a group: validly filed
 * @param active an activity within the twelve months before: filing alone makes nobody active
 * @param serving an activity for others, not for the members' own pleasure, within the three months before (domain.md 7.5)
 * @param member in a federation, with its own consent
 */
public record Standing(
        UUID bodyId, String regionCode, BodyKind kind, Days onRecord, Days active, Days serving, Days member) {
    static final Period ACTIVE_FOR = Period.ofMonths(12);
    static final Period SERVING_FOR = Period.ofMonths(3);
    private static final Set<String> ENDS = Set.of("CANCELLED", "REVOKED");

    public static Standing of(BodyProfile body, Collection<Membership> memberships) {
        return new Standing(
                body.id(),
                body.regionCode(),
                body.kind(),
                body.kind().isLegalPerson() ? registered(body) : filed(body),
                after(body, ACTIVE_FOR, activity -> true),
                after(body, SERVING_FOR, Standing::servesOthers),
                member(memberships));
    }

    /** From its founding to the day on which it was struck off; one whose status nobody knows is still on the register. */
    private static Days registered(BodyProfile body) {
        var founded = body.foundedOn();
        var ended = facts(body, FactKind.STATUS)
                .filter(status -> ENDS.contains(status.value()))
                .map(Fact::from)
                .min(LocalDate::compareTo)
                .orElse(null);
        return Days.NONE.and(founded == null ? LocalDate.EPOCH : founded, ended);
    }

    private static Days filed(BodyProfile body) {
        return facts(body, FactKind.FILING)
                .filter(filing -> filing.value().equals("ACTIVE"))
                .reduce(Days.NONE, (days, filing) -> days.and(filing.from(), next(filing.to())), (one, other) -> one);
    }

    private static Days after(BodyProfile body, Period lasting, Predicate<Fact> which) {
        return facts(body, FactKind.ACTIVITY)
                .filter(activity -> activity.number() > 0)
                .filter(which)
                .reduce(
                        Days.NONE,
                        (days, activity) ->
                                days.and(activity.from(), last(activity).plus(lasting)),
                        (one, other) -> one);
    }

    private static LocalDate last(Fact activity) {
        var to = activity.to();
        return to == null ? activity.from() : to;
    }

    private static boolean servesOthers(Fact activity) {
        return Stream.of(ActivityKind.values())
                .anyMatch(kind -> kind.servesOthers() && kind.name().equals(activity.value()));
    }

    private static Days member(Collection<Membership> memberships) {
        var days = Days.NONE;
        for (var membership : memberships) {
            var consented = membership.consentedOn();
            if (consented != null && membership.isConfirmed(Instant.MAX)) {
                var from = consented.isAfter(membership.from()) ? consented : membership.from();
                days = days.and(from, next(membership.to()));
            }
        }
        return days;
    }

    private static Stream<Fact> facts(BodyProfile body, FactKind kind) {
        return body.facts().stream().filter(fact -> fact.kind() == kind && fact.withdrawnAt() == null);
    }

    private static @Nullable LocalDate next(@Nullable LocalDate last) {
        return last == null ? null : last.plusDays(1);
    }
}
