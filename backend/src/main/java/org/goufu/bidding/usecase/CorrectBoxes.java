package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.goufu.purchase.CorrectionFollower;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The boxes of a corrected call take bids that answer its new text, until its new deadline; what lies in them stays. */
@Component
class CorrectBoxes implements CorrectionFollower {
    private final Boxes boxes;

    CorrectBoxes(Boxes boxes) {
        this.boxes = boxes;
    }

    @Override
    public Mono<Boolean> follow(Collection<UUID> lots, byte[] digest, Instant deadline) {
        return boxes.correct(lots, digest, deadline).map(late -> late == 0);
    }
}
