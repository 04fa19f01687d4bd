package org.goufu.bidding.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.goufu.bidding.usecase.Contents.Unreadable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What bidders seal is read to the letter. */
class ContentsTests {
    private static final String LINE = "{\"item\":\"午餐\",\"unit\":\"份\",\"quantity\":0.5,\"fen\":7}";
    private static final String PRICE = "{\"format\":\"goufu-price/1\",\"totalFen\":%s,\"lines\":[%s],\"note\":\"\"}";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The browser's tests hold what it seals to the same. */
    static Stream<Named<JsonNode>> vectors() {
        return JsonMapper.shared()
                .readTree(Path.of("src/test/resources/seal/contents.json").toFile())
                .valueStream()
                .map(one -> Named.of(
                        one.path("part").asString() + ": " + one.path("why").asString(), one));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void bothCoresTakeTheSame(JsonNode vector) throws Unreadable {
        var content = vector.has("hex")
                ? HexFormat.of().parseHex(vector.path("hex").asString())
                : bytes(vector.path("text").asString());
        var part = vector.path("part").asString();
        if (vector.path("good").asBoolean()) assertThat(read(part, content)).isNotNull();
        else assertThatThrownBy(() -> read(part, content)).isInstanceOf(Unreadable.class);
    }

    private static Object read(String part, byte[] content) throws Unreadable {
        return switch (part) {
            case Contents.PRICE -> Contents.price(content);
            case Contents.TECHNICAL -> Contents.technical(content);
            case Contents.ALLOCATION -> Contents.allocation(content);
            default -> throw new AssertionError(part);
        };
    }

    @Test
    void aPriceIsTheSumOfItsLines() throws Unreadable {
        var price = Contents.price(bytes(PRICE.formatted("14", LINE + "," + LINE)));
        assertThat(price.totalFen()).isEqualTo(14);
        assertThat(price.lines().getFirst().quantity()).isEqualTo(new BigDecimal("0.5"));
    }

    /** What is written twice, or as another kind of number, is one thing to one reader and another to the next. */
    @ParameterizedTest
    @ValueSource(strings = {"7,\"totalFen\":7", "7.0", "7e0"})
    void aTotalIsWrittenInOneWay(String total) {
        assertThatThrownBy(() -> Contents.price(bytes(PRICE.formatted(total, LINE))))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void whatIsTooLongIsRefused() throws Unreadable {
        var line = LINE.replace("午餐", "餐".repeat(100_000));
        assertThat(Contents.price(bytes(PRICE.formatted("7", line))).lines()).hasSize(1);
        var longer = LINE.replace("午餐", "餐".repeat(100_001));
        assertThatThrownBy(() -> Contents.price(bytes(PRICE.formatted("7", longer))))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void answersAreFoundByTheirCriterion() throws Unreadable {
        var technical = Contents.technical(bytes("""
                {"format":"goufu-tech/1","answers":[{"criterion":"服务方案","text":"每日配餐"}],
                 "attachments":[{"segment":"att-1","name":"方案.pdf","type":"application/pdf","bytes":12}]}
                """));
        assertThat(technical.answer("服务方案")).contains("每日配餐");
        assertThat(technical.answer("报价")).isEmpty();
        assertThat(technical.attachments().getFirst().segment()).isEqualTo("att-1");
    }
}
