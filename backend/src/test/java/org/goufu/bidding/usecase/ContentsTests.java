package org.goufu.bidding.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.goufu.bidding.usecase.Contents.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bidders seal is read to the letter. */
class ContentsTests {
    private static final String LINE = "{\"item\":\"午餐\",\"unit\":\"份\",\"quantity\":0.5,\"fen\":7}";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String price(String total, String lines) {
        return "{\"format\":\"goufu-price/1\",\"totalFen\":" + total + ",\"lines\":[" + lines + "],\"note\":\"\"}";
    }

    @Test
    void aPriceIsTheSumOfItsLines() throws Unreadable {
        var price = Contents.price(bytes(price("14", LINE + "," + LINE)));
        assertThat(price.totalFen()).isEqualTo(14);
        assertThat(price.lines().getFirst().quantity()).isEqualTo(new BigDecimal("0.5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9500000",
                "null",
                "{}",
                "{\"format\":\"goufu-price/2\",\"totalFen\":7,\"lines\":[" + LINE + "],\"note\":\"\"}",
                "{\"format\":\"goufu-price/1\",\"totalFen\":8,\"lines\":[" + LINE + "],\"note\":\"\"}",
                "{\"format\":\"goufu-price/1\",\"totalFen\":7,\"lines\":[" + LINE + "]}",
                "{\"format\":\"goufu-price/1\",\"totalFen\":7,\"lines\":[" + LINE + "],\"note\":\"\",\"more\":1}",
                "{\"format\":\"goufu-price/1\",\"totalFen\":7,\"lines\":[" + LINE + "],\"note\":\"\"} 7",
                "{\"format\":\"goufu-price/1\",\"totalFen\":0,\"lines\":[],\"note\":\"\"}",
                "{\"format\":\"goufu-price/1\",\"totalFen\":1,\"lines\":[null],\"note\":\"\"}",
                "{\"format\":\"goufu-price/1\",\"totalFen\":1e400,\"lines\":[" + LINE + "],\"note\":\"\"}"
            })
    void whatIsNoPriceListIsRefused(String content) {
        assertThatThrownBy(() -> Contents.price(bytes(content))).isInstanceOf(Unreadable.class);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"format\":\"goufu-tech/1\"}",
                "{\"format\":\"goufu-tech/1\",\"answers\":[null],\"attachments\":[]}",
                "{\"format\":\"goufu-tech/1\",\"answers\":[{\"criterion\":\"方案\"}],\"attachments\":[]}"
            })
    void whatIsNoTechnicalPartIsRefused(String content) {
        assertThatThrownBy(() -> Contents.technical(bytes(content))).isInstanceOf(Unreadable.class);
    }
}
