package org.goufu.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Memory of the network is given back once, whatever came in it. */
class CopyingJsonDecoderTests {
    record Named(String name) {}

    @ParameterizedTest
    @ValueSource(strings = {"[{\"name\":\"街道\"}]", "[{\"name\":\"街道\"}]]{", "[{\"name\":1 2}", "[{\"other\":1}]", "[{"})
    void eachPieceIsReleasedOnce(String json) {
        var buffers = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);
        var received = ByteBufAllocator.DEFAULT.buffer().writeBytes(json.getBytes(UTF_8));
        // As the pieces of a request: all are parts of what came at once.
        received.retain(2);
        DataBuffer piece = buffers.wrap(received.readRetainedSlice(received.readableBytes()));

        new CopyingJsonDecoder(JsonMapper.shared())
                .decode(Flux.just(piece), ResolvableType.forClass(Named.class), MediaType.APPLICATION_JSON, Map.of())
                .onErrorComplete()
                .blockLast();

        assertThat(received.refCnt()).isEqualTo(3);
        received.release(3);
    }
}
