package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Chunk;
import org.goufu.kernel.Actor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the ciphertext of a bid in before the bid is given: in any order, again after a cut line, from several tabs. */
@Component
public class UploadChunks {
    private final MakeBoxes making;
    private final Uploads uploads;

    UploadChunks(MakeBoxes making, Uploads uploads) {
        this.making = making;
        this.uploads = uploads;
    }

    /** Fails with {@code bid/closed} and the failures of {@link Uploads#keep}. */
    public Mono<Void> by(Actor actor, UUID lot, UUID envelope, String digest, byte[] content) {
        var body = actor.organization();
        return making.box(lot)
                .filter(box -> box.open())
                .switchIfEmpty(Mono.error(BidProblem.CLOSED::raise))
                .then(Mono.fromSupplier(() -> new Chunk(envelope, lot, body, digest, content)))
                .flatMap(uploads::keep);
    }

    /** A piece of one of the caller's envelopes; fails with {@code bid/not-found}. */
    public Mono<byte[]> piece(Actor actor, UUID envelope, String digest) {
        return uploads.piece(envelope, actor.organization(), digest)
                .switchIfEmpty(Mono.error(BidProblem.NOT_FOUND::raise));
    }

    /** Digests of what has come in of one of the caller's envelopes. */
    public Flux<String> kept(Actor actor, UUID envelope) {
        return uploads.kept(envelope, actor.organization());
    }
}
