package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.usecase.Words.Word;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A bidder says whether its bid lies in the box as it gave it (招标投标法 36); an objection stops nothing and stands in the record. */
@Component
public class CheckSeal {
    private static final int LONGEST = 2_000;

    private final Openings openings;
    private final SealedBoxes boxes;
    private final Words words;
    private final Transactions transactions;

    CheckSeal(Openings openings, SealedBoxes boxes, Words words, Transactions transactions) {
        this.openings = openings;
        this.boxes = boxes;
        this.words = words;
        this.transactions = transactions;
    }

    /** @param objection empty when it is whole */
    public Mono<Void> by(Actor actor, UUID lot, boolean whole, String objection) {
        if (!whole && (objection.isBlank() || objection.length() > LONGEST)) {
            return Mono.error(() -> OpeningProblem.OBJECTION_MISSING.raise(
                    List.of(FieldProblem.of("/objection", "seal-objection", LONGEST))));
        }
        var kind = whole ? Word.Kind.WHOLE : Word.Kind.OBJECTION;
        return transactions.write(openings.hold(lot)
                .filterWhen(opening -> isBidder(actor, lot))
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_FOUND::raise))
                .doOnNext(Opening::mustBeChecked)
                .flatMap(opening -> words.say(lot, kind, actor.organization(), actor, whole ? "" : objection.strip())));
    }

    private Mono<Boolean> isBidder(Actor actor, UUID lot) {
        return boxes.lying(lot).any(bid -> bid.body().equals(actor.organization()));
    }
}
