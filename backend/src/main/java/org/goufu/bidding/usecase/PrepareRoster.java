package org.goufu.bidding.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.ConsentNews.What;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.domain.Part;
import org.goufu.bidding.domain.Roster;
import org.goufu.bidding.domain.RosterProblem;
import org.goufu.bidding.usecase.Rosters.Held;
import org.goufu.bidding.usecase.Rosters.Key;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A federation says with which of its groups it wants to bid for a lot, and asks each for its consent. */
@Component
public class PrepareRoster {
    private final MakeBoxes making;
    private final Rosters rosters;
    private final Consents consents;
    private final FederationDirectory federations;
    private final TellConsents telling;
    private final RosterSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    PrepareRoster(
            MakeBoxes making,
            Rosters rosters,
            Consents consents,
            FederationDirectory federations,
            TellConsents telling,
            RosterSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.making = making;
        this.rosters = rosters;
        this.consents = consents;
        this.federations = federations;
        this.telling = telling;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** @param version of what was changed, 0 when nothing was saved before */
    public record Form(int ownShare, int fee, List<Part> parts, long version) {}

    /** Fails with a {@link RosterProblem}, or with {@code bid/closed}. */
    public Mono<Roster> by(Actor actor, UUID lot, Form form) {
        var federation = actor.organization();
        var roster = Roster.prepared(
                lot, federation, form.ownShare(), form.fee(), form.parts(), form.version(), settings.limits());
        return making.box(lot)
                .delayUntil(box -> mustBeMembers(form, federation))
                .flatMap(box -> transactions.write(saved(actor, box, roster)));
    }

    private Mono<Void> mustBeMembers(Form form, UUID federation) {
        var groups = form.parts().stream().map(Part::group).toList();
        return clock.now()
                .flatMap(now -> federations
                        .ofMembers(groups)
                        .filter(membership -> membership.federationId().equals(federation))
                        .filter(membership -> membership.standsOn(LocalDate.ofInstant(now, BusinessClock.ZONE), now))
                        .map(Membership::memberId)
                        .collect(Collectors.toSet()))
                .doOnNext(members -> strangers(groups, members))
                .then();
    }

    private static void strangers(List<UUID> groups, Set<UUID> members) {
        var wrong = new ArrayList<FieldProblem>();
        for (int i = 0; i < groups.size(); i++) {
            if (!members.contains(groups.get(i))) {
                wrong.add(FieldProblem.of("/parts/%d/group".formatted(i), "roster-member"));
            }
        }
        if (!wrong.isEmpty()) throw RosterProblem.NOT_A_MEMBER.raise(wrong);
    }

    private Mono<Roster> saved(Actor actor, Box box, Roster roster) {
        var key = new Key(roster.lot(), roster.federation());
        return rosters.find(key)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(before -> rosters.save(roster, actor)
                        .delayUntil(saved -> release(actor, before, saved))
                        .delayUntil(saved -> mustBeOpen(roster.lot()))
                        .delayUntil(saved -> tell(box, before.map(Held::roster), saved)));
    }

    private Mono<Void> mustBeOpen(UUID lot) {
        return consents.isOpen(lot)
                .filter(open -> open)
                .switchIfEmpty(Mono.error(BidProblem.CLOSED::raise))
                .then();
    }

    /** A group that is asked no more is free, unless the bid that lies in the box names it: then it says itself when it leaves. */
    private Mono<Void> release(Actor actor, Optional<Held> before, Roster saved) {
        var dropped = dropped(before.map(Held::roster), saved);
        if (dropped.isEmpty()) return Mono.empty();
        return rosters.naming(saved.lot())
                .filter(bid -> bid.federation().equals(saved.federation()))
                .flatMap(bid -> rosters.bound(bid.rosterHash()))
                .flatMapIterable(held -> held.roster().groups())
                .collect(Collectors.toSet())
                .map(named ->
                        dropped.stream().filter(group -> !named.contains(group)).toList())
                .flatMap(free -> consents.release(saved.lot(), saved.federation(), free, actor));
    }

    private static Collection<UUID> dropped(Optional<Roster> before, Roster saved) {
        return before.stream()
                .flatMap(roster -> roster.groups().stream())
                .filter(group -> saved.part(group).isEmpty())
                .toList();
    }

    private Mono<Void> tell(Box box, Optional<Roster> before, Roster saved) {
        var asked = Flux.fromIterable(saved.parts()).concatMap(part -> {
            var earlier = before.flatMap(roster -> roster.part(part.group()).map(roster::digest));
            if (earlier.isEmpty()) return telling.group(box, saved.federation(), part.group(), What.ASKED);
            return earlier.get().equals(saved.digest(part))
                    ? Mono.empty()
                    : telling.group(box, saved.federation(), part.group(), What.CHANGED);
        });
        var dropped = Flux.fromIterable(dropped(before, saved))
                .concatMap(group -> telling.group(box, saved.federation(), group, What.DROPPED));
        return asked.thenMany(dropped).then();
    }
}
