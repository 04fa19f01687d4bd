package org.goufu.federation.usecase;

import java.util.List;
import java.util.Set;
import org.goufu.federation.Mandate;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.kernel.Actor;
import org.goufu.organization.GroupRegistered;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A group that has become a legal person stays a member, as registered bodies may be; the mandates that it gave as a group end.
 *
 * <p>It can sign for itself now, and whoever is to go on bidding in its name needs a mandate of the legal person (domain.md 2.4). What it
 * carries out under a hosting agreement it carries out to the end.
 */
@Component
class TakeOverRegistered implements EventHandler<GroupRegistered> {
    private static final String REASON = "已登记为法人，以备案团队身份给出的授权终止";

    private final Enrolments enrolments;
    private final Register register;
    private final Transactions transactions;
    private final BusinessClock clock;

    TakeOverRegistered(Enrolments enrolments, Register register, Transactions transactions, BusinessClock clock) {
        this.enrolments = enrolments;
        this.register = register;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "federation.registered-groups";
    }

    @Override
    public Class<GroupRegistered> type() {
        return GroupRegistered.class;
    }

    @Override
    public Mono<Void> handle(List<GroupRegistered> events) {
        return Flux.fromIterable(events).concatMap(this::endMandates).then();
    }

    private Mono<Void> endMandates(GroupRegistered event) {
        return transactions.write(clock.now()
                .map(Now::of)
                .flatMapMany(now -> enrolments
                        .ofMember(event.bodyId())
                        .filter(membership -> membership.lastsOn(now.day()))
                        .collectList()
                        .flatMapIterable(standing -> standing)
                        .concatMap(membership -> endMandates(event, membership, now)))
                .then());
    }

    private Mono<Enrolment> endMandates(GroupRegistered event, Enrolment membership, Now now) {
        var given = membership.mandates().stream()
                .filter(mandate ->
                        mandate.revokedAt() == null && mandate.knownAt().isBefore(event.at()))
                .map(Mandate::id)
                .toList();
        if (given.isEmpty()) return Mono.empty();
        var after = membership;
        for (var mandate : given) after = after.revoked(mandate, now.at());
        return save(event, after);
    }

    private Mono<Enrolment> save(GroupRegistered event, Enrolment membership) {
        return register.save(
                membership,
                new Act(Act.Kind.MANDATE_REVOKED, by(event), REASON),
                What.MANDATE_REVOKED,
                List.of(Side.MEMBER, Side.FEDERATION));
    }

    private static Actor by(GroupRegistered event) {
        return new Actor(event.byId(), "", event.byName(), Set.of(), null, null, null);
    }
}
