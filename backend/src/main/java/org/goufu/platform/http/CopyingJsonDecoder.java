package org.goufu.platform.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
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
