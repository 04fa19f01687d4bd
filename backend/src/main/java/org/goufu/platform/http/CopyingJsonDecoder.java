package org.goufu.platform.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that is taken piece by piece from copies of the pieces. Of a piece in which the JSON is malformed Spring's own decoder
 * (7.0.10) gives the memory back twice, once when it has read it and once when it throws it away: the second time it is memory in which
 * others' requests lie.
 */
final class CopyingJsonDecoder extends JacksonJsonDecoder {
    CopyingJsonDecoder(JsonMapper json) {
        super(json);
    }

    /** A form as a whole: of the size that every form may have, or of its own. */
    @Override
    public Mono<Object> decodeToMono(
            Publisher<DataBuffer> input,
            ResolvableType type,
            @Nullable MimeType mediaType,
            @Nullable Map<String, Object> hints) {
        var large = type.toClass().getAnnotation(LargeForm.class);
        return large == null
                ? super.decodeToMono(input, type, mediaType, hints)
                : DataBufferUtils.join(input, large.bytes())
                        .flatMap(whole -> Mono.justOrEmpty(decode(whole, type, mediaType, hints)));
    }

    @Override
    protected Flux<DataBuffer> processInput(
            Publisher<DataBuffer> input,
            ResolvableType type,
            @Nullable MimeType mediaType,
            @Nullable Map<String, Object> hints) {
        return super.processInput(input, type, mediaType, hints)
                .map(RepeatedRequest::bytes)
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }
}
