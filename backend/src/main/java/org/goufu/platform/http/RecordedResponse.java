package org.goufu.platform.http;

import java.util.function.Function;
import org.goufu.platform.http.IdempotencyKeys.Answer;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/** A response that is written down before it is sent. */
class RecordedResponse extends ServerHttpResponseDecorator {
    private final Function<Answer, Mono<Void>> keep;

    RecordedResponse(ServerHttpResponse response, Function<Answer, Mono<Void>> keep) {
        super(response);
        this.keep = keep;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return DataBufferUtils.join(body)
                .map(RepeatedRequest::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> keep.apply(answer(bytes)).then(send(bytes)));
    }

    private Mono<Void> send(byte[] bytes) {
        return Mono.defer(() -> super.writeWith(Mono.just(bufferFactory().wrap(bytes))));
    }

    @Override
    public Mono<Void> setComplete() {
        return keep.apply(answer(new byte[0])).then(Mono.defer(super::setComplete));
    }

    private Answer answer(byte[] body) {
        var status = getStatusCode();
        return new Answer(
                status == null ? 200 : status.value(),
                getHeaders().getFirst(HttpHeaders.CONTENT_TYPE),
                getHeaders().getFirst(HttpHeaders.LOCATION),
                getHeaders().getFirst(HttpHeaders.ETAG),
                body);
    }
}
