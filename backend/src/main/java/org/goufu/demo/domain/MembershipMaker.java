package org.goufu.demo.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.demo.domain.DemoMembership.DemoMandate;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/** Makes memberships with consent and mandates, and all that can be missing about them. */
final class MembershipMaker {
    private static final long YUAN = 100;
    private static final List<Long> CAPS_FEN = List.of(
            30_000 * YUAN,
            50_000 * YUAN,
            100_000 * YUAN,
            100_000 * YUAN,
            200_000 * YUAN,
            300_000 * YUAN,
            500_000 * YUAN);

    private final Dice dice;

    MembershipMaker(Dice dice) {
        this.dice = dice;
    }

    /** Nearly every fifth group of a street is not a member of its federation. */
    Optional<DemoMembership> of(DemoBody federation, DemoBody group) {
        return dice.chance(0.18) ? Optional.empty() : Optional.of(membership(federation, group, mandated(group)));
    }

    /** A registered organization as a unit member: it bids by itself, so it gives no mandate. */
    DemoMembership unit(UUID federationId, DemoBody organization) {
        var drawn = dice.daysAgo(10, 400);
        var from = drawn.isBefore(organization.foundedOn()) ? organization.foundedOn() : drawn;
        return new DemoMembership(
                dice.id(dice.learnt(from)),
                federationId,
                organization.id(),
                from,
                null,
                from,
                dice.learnt(from),
                List.of(),
                null);
    }

    private DemoMembership membership(DemoBody federation, DemoBody group, List<String> categories) {
        var first = group.foundedOn().isAfter(federation.foundedOn()) ? group.foundedOn() : federation.foundedOn();
        var from = dice.day(first, dice.today().minusDays(10));
        var ended = dice.chance(0.03) ? dice.day(from, dice.today().minusDays(3)) : null;
        var consented = dice.chance(0.05) ? null : from;
        var known = dice.learnt(from);
        return new DemoMembership(
                dice.id(known),
                federation.id(),
                group.id(),
                from,
                ended,
                consented,
                known,
                consented == null ? List.of() : mandates(categories, federation.regionCode(), from, ended),
                null);
    }

    /** The group's own categories or the nodes above them. */
    private List<String> mandated(DemoBody group) {
        if (dice.chance(0.1)) {
            return List.of();
        }
        boolean whole = dice.chance(0.6);
        return group.facts().stream()
                .filter(fact -> fact.kind() == FactKind.CATEGORY)
                .map(DemoFact::value)
                .map(category -> whole ? category.substring(0, 5) : category)
                .distinct()
                .toList();
    }

    private List<DemoMandate> mandates(
            List<String> categories, String street, LocalDate member, @Nullable LocalDate ended) {
        double drawn = dice.fraction();
        var from = member.isBefore(dice.today().minusDays(330)) ? dice.daysAgo(10, 320) : member;
        if (drawn < 0.10) {
            return List.of();
        }
        if (drawn < 0.15) {
            return List.of(mandate(
                    categories, street, member, dice.day(member, dice.today().minusDays(1)), false));
        }
        if (drawn < 0.18) {
            return List.of(mandate(categories, street, from, from.plusYears(1), true));
        }
        if (drawn < 0.20) {
            var next = dice.today().plusDays(dice.between(10, 60));
            return List.of(mandate(categories, street, next, next.plusYears(1), false));
        }
        var current = mandate(
                categories,
                street,
                from,
                ended == null ? from.plusYears(dice.between(1, 2)) : from.plusYears(1),
                false);
        return drawn < 0.4 && from.isAfter(member)
                ? Stream.of(mandate(categories, street, member, from.minusDays(1), false), current)
                        .toList()
                : List.of(current);
    }

    private DemoMandate mandate(List<String> categories, String street, LocalDate from, LocalDate to, boolean revoked) {
        var known = dice.learnt(from.isAfter(dice.today()) ? dice.daysAgo(5, 20) : from);
        var revokedAt = dice.learnt(dice.day(
                from.isBefore(dice.today()) ? from : dice.today().minusDays(1),
                dice.today().minusDays(1)));
        return new DemoMandate(
                dice.id(known),
                categories,
                dice.pick(CAPS_FEN),
                dice.chance(0.5) ? List.of(street) : List.of(),
                from,
                to,
                known,
                revoked ? (revokedAt.isBefore(known) ? known : revokedAt) : null);
    }
}
