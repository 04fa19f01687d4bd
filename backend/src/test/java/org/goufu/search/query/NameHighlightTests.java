package org.goufu.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameHighlightTests {
    @ParameterizedTest
    @CsvSource({
        "春熙路街道社区社会组织联合会, 联合会, 春熙路街道社区社会组织<em>联合会</em>",
        "春熙路街道社区社会组织联合会, 社区 联合, 春熙路街道<em>社区</em>社会组织<em>联合</em>会",
        "春熙路街道社區社會組織聯合會, 联合会, 春熙路街道社區社會組織<em>聯合會</em>",
        "春熙路街道社区社会组织联合会, 聯合會, 春熙路街道社区社会组织<em>联合会</em>",
        "阳光社区服务中心, 阳服心, <em>阳</em>光社区<em>服</em>务中<em>心</em>",
        "阳光社区服务中心, yangguang, <em>阳光</em>社区服务中心",
        "阳光社区服务中心, yg, <em>阳光</em>社区服务中心",
        "ABC 志愿队, abc, <em>ABC</em> 志愿队"
    })
    void marksWhatWasAskedFor(String name, String q, String expected) {
        assertThat(NameHighlight.of(name, Words.of(q))).isEqualTo(expected);
    }

    @Test
    void escapesEverythingElse() {
        assertThat(NameHighlight.of("<b>社区</b>", Words.of("社区"))).isEqualTo("&lt;b&gt;<em>社区</em>&lt;&#x2F;b&gt;");
    }

    @Test
    void marksNothingWhereNothingStands() {
        assertThat(NameHighlight.of("阳光社区服务中心", Words.of("养老"))).isNull();
        assertThat(NameHighlight.of("阳光社区服务中心", Words.of("\"阳服心\""))).isNull();
        assertThat(NameHighlight.of("阳光社区服务中心", Words.of(""))).isNull();
    }
}
