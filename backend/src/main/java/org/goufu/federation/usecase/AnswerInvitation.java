package org.goufu.federation.usecase;

import java.util.List;
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

/** The member's own contact agrees to join; each of the three sides may say no until the street has confirmed. */
@Component
public class AnswerInvitation {
    private final Reach reach;
    private final Register register;
    private final Transactions transactions;
    private final BusinessClock clock;

    public AnswerInvitation(Reach reach, Register register, Transactions transactions, BusinessClock clock) {
        this.reach = reach;
        this.register = register;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Enrolment> accept(Actor actor, UUID id, @Nullable Long seen) {
        return transactions.write(reach.membership(actor, id)
                .map(reached -> reached.by(Side.MEMBER).seenAs(seen).membership())
                .zipWith(clock.now().map(Now::of), Enrolment::accepted)
                .flatMap(accepted -> register.save(
                        accepted, Act.of(Act.Kind.ACCEPTED, actor), What.ACCEPTED, List.of(Side.FEDERATION))));
    }

    /** The member refuses, the federation takes its invitation back, or the street returns it; all are told but who did it. */
    public Mono<Enrolment> refuse(Actor actor, UUID id, @Nullable Long seen, String reason) {
        return transactions.write(reach.membership(actor, id)
                .map(reached -> reached.seenAs(seen))
                .zipWith(clock.now().map(Now::of))
                .flatMap(both -> refuse(actor, both.getT1(), reason, both.getT2())));
    }

    private Mono<Enrolment> refuse(Actor actor, Reached reached, String reason, Now now) {
        return register.save(
                reached.membership().refused(reached.side(), reason, now),
                new Act(Act.Kind.REFUSED, actor, reason.strip()),
                What.REFUSED,
                others(reached.side()),
                reason.strip());
    }

    static List<Side> others(Side side) {
        return switch (side) {
            case MEMBER -> List.of(Side.FEDERATION);
            case FEDERATION -> List.of(Side.MEMBER);
            case STREET -> List.of(Side.MEMBER, Side.FEDERATION);
        };
    }
}
