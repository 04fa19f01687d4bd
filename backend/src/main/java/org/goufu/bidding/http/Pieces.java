package org.goufu.bidding.http;

import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Chunk;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes in pieces of ciphertext. */
final class Pieces {
    private Pieces() {}

    /** Fails with {@code bid/chunk-too-large}. */
    static Mono<byte[]> whole(Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, Chunk.MOST_BYTES)
                .map(Pieces::bytes)
                .onErrorMap(DataBufferLimitException.class, tooLarge -> BidProblem.CHUNK_TOO_LARGE.raise())
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
