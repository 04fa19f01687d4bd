package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.ConsortiumNews.What;
import org.goufu.bidding.domain.Agreement.Member;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.ConsortiumProblem;
import org.goufu.bidding.usecase.Consortia.Held;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A lead deletes its agreement while nobody has signed it and no bid rests on one; whoever was asked is told, and free. */
@Component
public class DropAgreement {
    private final MakeBoxes making;
    private final Consortia consortia;
    private final ConsortiumSeats seats;
    private final TellConsortia telling;
    private final Transactions transactions;

    DropAgreement(
            MakeBoxes making,
            Consortia consortia,
            ConsortiumSeats seats,
            TellConsortia telling,
            Transactions transactions) {
        this.making = making;
        this.consortia = consortia;
        this.seats = seats;
        this.telling = telling;
        this.transactions = transactions;
    }

    /**
     * Fails with {@code consortium/signed} naming who did, with {@code consortium/bid-with} while such a bid lies in the box, and with
     * {@code bid/closed}.
     *
     * @param version of what was read
     */
    public Mono<Void> by(Actor actor, UUID lot, long version) {
        var lead = actor.organization();
        return making.box(lot)
                .flatMap(box -> transactions.write(led(lot, lead)
                        .doOnNext(held -> mustBeUnsigned(held, version))
                        .delayUntil(held -> mustCarryNoBid(lot, lead))
                        .delayUntil(held -> consortia.drop(lot, lead))
                        .delayUntil(held -> seats.leave(lot, lead, bodies(held), actor))
                        .flatMap(held -> telling.of(
                                box, lead, What.DROPPED, held.agreement().others()))));
    }

    private Mono<Held> led(UUID lot, UUID lead) {
        return consortia
                .hold(lot)
                .filter(open -> open)
                .switchIfEmpty(Mono.error(BidProblem.CLOSED::raise))
                .then(Mono.defer(() -> consortia.find(lot, lead)))
                .switchIfEmpty(Mono.error(ConsortiumProblem.NOT_FOUND::raise));
    }

    private static void mustBeUnsigned(Held held, long version) {
        if (held.agreement().version() != version) throw ConsortiumProblem.CHANGED_MEANWHILE.raise();
        var names = held.agreement().members().stream()
                .filter(member -> held.signed().contains(member.body()))
                .map(Member::name)
                .collect(Collectors.joining("、"));
        if (!names.isEmpty()) throw ConsortiumProblem.SIGNED.raise(names);
    }

    private Mono<Void> mustCarryNoBid(UUID lot, UUID lead) {
        return consortia.standing(lot, lead).flatMap(held -> Mono.error(ConsortiumProblem.BID_WITH.raise()));
    }

    /** Also those who signed an earlier text of it. */
    private static List<UUID> bodies(Held held) {
        return held.agreement().members().stream().map(Member::body).toList();
    }
}
