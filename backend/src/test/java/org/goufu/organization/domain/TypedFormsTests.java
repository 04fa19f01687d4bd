package org.goufu.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFormsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-01 | 2024-03-01",
                "2024/3/1 | 2024-03-01",
                "2024.3.1 | 2024-03-01",
                "2024。3。1 | 2024-03-01",
                "2024年3月1日 | 2024-03-01",
                "2024 年 3 月 1 日 | 2024-03-01",
                "２０２４年３月 | 2024-03-01",
                "2024年3月 | 2024-03-01",
                "2024.12 | 2024-12-01",
                "2024-03-01 00:00:00 | 2024-03-01",
                "2024-03-01T08:30:00.000 | 2024-03-01",
                "20240301 | 2024-03-01",
                "202403 | 2024-03-01",
                "45352 | 2024-03-01",
                "45352.5 | 2024-03-01",
                "二〇二四年三月一日 | 2024-03-01",
                "二零二四年十二月三十一日 | 2024-12-31",
                "二○二四年十月二十日 | 2024-10-20",
                "2024-02-29 | 2024-02-29"
            })
    void readsDaysAsPeopleTypeThem(String text, LocalDate day) {
        assertThat(TypedForms.date(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "2024年",
                "3月1日",
                "2023-02-29",
                "2024-13-01",
                "去年",
                "2024年春",
                "99999",
                "1823-01-01",
                "2024-03-01起"
            })
    void doesNotGuessDays(String text) {
        assertThat(TypedForms.date(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "62,700 元 | 6270000",
                "62，700元 | 6270000",
                "69 万元 | 69000000",
                "69万 | 69000000",
                "６９万元 | 69000000",
                "3.5万 | 3500000",
                "￥30000 | 3000000",
                "人民币30,000.50元整 | 3000050",
                "2亿元 | 20000000000",
                "200百万 | 20000000000",
                "0.01 | 1",
                "30000 | 3000000"
            })
    void readsAmountsAsPeopleTypeThem(String text, long fen) {
        assertThat(TypedForms.fen(text, false)).hasValue(fen);
    }

    @Test
    void believesTheCellMoreThanTheHeading() {
        assertThat(TypedForms.fen("3", true)).hasValue(3_000_000);
        assertThat(TypedForms.fen("30000元", true)).hasValue(3_000_000);
        assertThat(TypedForms.fen("3万", true)).hasValue(3_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "-3", "三万", "约3万", "3万美元", "62,70", "99999999999999999", "3～5万"})
    void doesNotGuessAmounts(String text) {
        assertThat(TypedForms.fen(text, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5A,A5", "AAAAA,A5", "五A,A5", "５Ａ级,A5", "A3,A3", "3a 级,A3", "评估等级4A,A4", "ＡＡ,A2", "一A级,A1"})
    void readsGrades(String text, String grade) {
        assertThat(TypedForms.grade(text)).contains(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6A", "AAAAAA", "0A", "优秀", "A6", "5", "BB"})
    void doesNotGuessGrades(String text) {
        assertThat(TypedForms.grade(text)).isEmpty();
    }

    @Test
    void readsConclusionsOfInspections() {
        assertThat(TypedForms.inspections("合格", 2025)).isEqualTo(Map.of(2025, "QUALIFIED"));
        assertThat(TypedForms.inspections("2024年基本合格", 2025)).isEqualTo(Map.of(2024, "BASICALLY"));
        assertThat(TypedForms.inspections("2024年度：不合格", null)).isEqualTo(Map.of(2024, "UNQUALIFIED"));
        assertThat(TypedForms.inspections("2023合格、2024未参检", null))
                .isEqualTo(Map.of(2023, "QUALIFIED", 2024, "NOT_TAKEN"));
        assertThat(TypedForms.inspections("2023年合格；2024年基本合格", null))
                .isEqualTo(Map.of(2023, "QUALIFIED", 2024, "BASICALLY"));
        assertThat(TypedForms.inspections("合格", null)).isEmpty();
        assertThat(TypedForms.inspections("2024年良好", null)).isEmpty();
    }

    @Test
    void makesCodesComparable() {
        assertThat(TypedForms.code(" ５1510104 ＭＪ9000-0145 ")).isEqualTo("51510104MJ90000145");
        assertThat(TypedForms.name("示例 社工（成都）\u3000服务中心")).isEqualTo("示例社工(成都)服务中心");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.15101E+17", "5.15101040123456E17", "515101040123456000"})
    void noticesThatASpreadsheetThrewDigitsAway(String text) {
        assertThat(TypedForms.lostDigits(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "—", "／", "无", "n/a"})
    void knowsWhatSaysNothing(String text) {
        assertThat(TypedForms.saysNothing(text)).isTrue();
    }
}
