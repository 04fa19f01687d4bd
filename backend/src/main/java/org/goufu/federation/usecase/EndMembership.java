package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.federation.usecase.Reach.Reached;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member leaves its federation, or the federation lets it go and says why. */
@Component
public class EndMembership {
    private final Reach reach;
    private final Agreements agreements;
    private final Register register;
    private final Transactions transactions;
    private final BusinessClock clock;

    public EndMembership(
            Reach reach, Agreements agreements, Register register, Transactions transactions, BusinessClock clock) {
        this.reach = reach;
        this.agreements = agreements;
        this.register = register;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Enrolment> by(Actor actor, UUID id, @Nullable Long seen, LocalDate lastDay, String reason) {
        return transactions.write(reach.membership(actor, id)
                .map(reached -> reached.by(Side.MEMBER, Side.FEDERATION).seenAs(seen))
                .zipWith(clock.now().map(Now::of))
                .flatMap(both -> end(actor, both.getT1(), lastDay, reason, both.getT2())));
    }

    private Mono<Enrolment> end(Actor actor, Reached reached, LocalDate lastDay, String reason, Now now) {
        var ended = reached.membership().left(reached.side(), lastDay, reason, now);
        return ConfirmMembership.refuseWhileHosted(agreements, ended.id(), lastDay)
                .then(Mono.defer(() -> register.save(
                        ended,
                        new Act(Act.Kind.LEFT, actor, reason.strip()),
                        What.ENDED,
                        AnswerInvitation.others(reached.side()),
                        lastDay)));
    }
}
