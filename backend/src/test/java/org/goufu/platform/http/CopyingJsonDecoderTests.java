package org.goufu.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufAllocator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Memory of the network is given back once, whatever came in it. */
class CopyingJsonDecoderTests {
    record Named(String name) {}

    @LargeForm(bytes = 1_000)
    record Long(String name) {}

    private static Object read(Class<?> form, int letters, int most) {
        var decoder = new CopyingJsonDecoder(JsonMapper.shared());
        decoder.setMaxInMemorySize(most);
        var json = "{\"name\":\"" + "a".repeat(letters) + "\"}";
        var piece = DefaultDataBufferFactory.sharedInstance.wrap(json.getBytes(UTF_8));
        return decoder.decodeToMono(
                        Flux.just(piece), ResolvableType.forClass(form), MediaType.APPLICATION_JSON, Map.of())
                .block();
    }

    @Test
    void aFormIsAsLargeAsItSays() {
        assertThat(read(Long.class, 900, 100)).isEqualTo(new Long("a".repeat(900)));
        assertThatThrownBy(() -> read(Long.class, 1_000, 100)).isInstanceOf(DataBufferLimitException.class);
        assertThatThrownBy(() -> read(Named.class, 100, 100)).isInstanceOf(DataBufferLimitException.class);
        assertThat(read(Named.class, 80, 100)).isEqualTo(new Named("a".repeat(80)));
    }

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
