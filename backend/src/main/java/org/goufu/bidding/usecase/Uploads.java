package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.domain.Chunk;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps ciphertext that comes in before the bid is given. */
public interface Uploads {
    /**
     * Once or again, with the same result. Where too many envelopes of a body and lot were begun and not given, the oldest makes room.
     *
     * <p>Fails with {@code bid/of-another}, {@code bid/envelope-too-large} or {@code bid/too-many-envelopes}.
     */
    Mono<Void> keep(Chunk chunk);

    /** The digests of what lies here of the body's envelope, in hexadecimal digits. */
    Flux<String> kept(UUID envelope, UUID body);

    /** A piece of the body's envelope as it came in; empty when it is another's or not there. */
    Mono<byte[]> piece(UUID envelope, UUID body, String digest);

    /** Removes envelopes that were begun for boxes sealed long ago and never given; answers how many. */
    Mono<Long> sweep(int days);
}
