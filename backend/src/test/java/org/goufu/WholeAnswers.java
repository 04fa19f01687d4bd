package org.goufu;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads every answer to its end, also one of which a test asks only the status: the client releases what it received, and uses the
 * connection again, when somebody reads it.
 */
final class WholeAnswers {
    private WholeAnswers() {}

    static Mono<ClientResponse> read(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request).flatMap(answer -> hasNoEnd(answer) ? Mono.just(answer) : whole(answer));
    }

    private static boolean hasNoEnd(ClientResponse answer) {
        return answer.headers()
                .contentType()
                .filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                .isPresent();
    }

    private static Mono<ClientResponse> whole(ClientResponse answer) {
        return DataBufferUtils.join(answer.body(BodyExtractors.toDataBuffers()))
                .map(WholeAnswers::onHeap)
                .map(Flux::just)
                .defaultIfEmpty(Flux.empty())
                .map(body -> answer.mutate().body(body).build());
    }

    private static DataBuffer onHeap(DataBuffer received) {
        var bytes = new byte[received.readableByteCount()];
        received.read(bytes);
        DataBufferUtils.release(received);
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
