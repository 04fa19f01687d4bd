package org.goufu.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goufu.kernel.Coded;
import org.goufu.kernel.RegionCode;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTests {
    private static final RegionCode WUHOU = new RegionCode("510107");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String CODE = "52510107MJ90000228";
    private static final List<String> HEADINGS = List.of(
            "序号",
            "社会组织名称",
            "统一社会信用代码",
            "法定代表人",
            "登记管理机关",
            "成立日期",
            "注册资金（万元）",
            "2025年年检结论",
            "评估等级",
            "等级有效期",
            "是否失信",
            "备注");

    @Test
    void findsTheColumnsByTheNamesThatRegistrarsUse() {
        var mapping = ColumnMapping.guess(2, HEADINGS).orElseThrow();
        assertThat(mapping.columns().stream().map(ColumnMapping.Column::field))
                .containsExactly(
                        null,
                        ImportField.NAME,
                        ImportField.CREDIT_CODE,
                        ImportField.HEAD,
                        ImportField.AUTHORITY,
                        ImportField.FOUNDED_ON,
                        ImportField.CAPITAL,
                        ImportField.INSPECTION,
                        ImportField.GRADE,
                        ImportField.GRADE_TO,
                        ImportField.SERIOUS,
                        null);
    }

    @Test
    void takesNoTitleForAHeader() {
        assertThat(ColumnMapping.guess(1, List.of("武侯区社会组织登记台账（2026年）", "", "")))
                .isEmpty();
        assertThat(ColumnMapping.guess(1, List.of("名称", "备注"))).isEmpty();
    }

    @Test
    void understandsAMessyRow() {
        var row = read(
                "1",
                "示例 社工服务中心",
                "５２510107 MJ90000228",
                "张 三",
                "成都市武侯区民政局",
                "2019年3月",
                "3",
                "合格",
                "五A级",
                "2023.1.1至2027.12.31",
                "否",
                "随便写");
        assertThat(row.problems()).isEmpty();
        assertThat(row.regionCode()).isEqualTo("510107");
        assertThat(row.fields())
                .containsEntry("NAME", "示例社工服务中心")
                .containsEntry("CREDIT_CODE", CODE)
                .containsEntry("HEAD", "张 三")
                .containsEntry("FOUNDED_ON", "2019-03-01")
                .containsEntry("CAPITAL", "3000000")
                .containsEntry("INSPECTION_2025", "QUALIFIED")
                .containsEntry("GRADE", "A5")
                .containsEntry("GRADE_FROM", "2023-01-01")
                .containsEntry("GRADE_TO", "2027-12-31")
                .containsEntry("SERIOUS", "NO")
                .hasSize(11);
    }

    @Test
    void readsTheFiguresOfAYear() {
        var headings = List.of("名称", "统一社会信用代码", "年度", "从业人数", "净资产（万元）", "2024年度收入");
        var read = figures(headings, "示例中心", CODE, "2025", "１2人", "-3.5", "62,700元");
        assertThat(read.problems()).isEmpty();
        assertThat(read.fields())
                .containsEntry("HEADCOUNT_2025", "12")
                .containsEntry("NET_ASSETS_2025", "-3500000")
                .containsEntry("INCOME_2024", "6270000");
        assertThat(figures(headings, "示例中心", CODE, "2026", "十几个", "三万", "-1").problems())
                .extracting(CellProblem::column, CellProblem::code)
                .containsExactly(tuple("从业人数", "people"), tuple("净资产（万元）", "amount"), tuple("2024年度收入", "amount"));
        assertThat(figures(headings, "示例中心", CODE, "2026", "3", "1", "").problems())
                .extracting(CellProblem::code)
                .containsExactly("figure-to-come", "figure-to-come");
    }

    private static ReadRow figures(List<String> headings, String... cells) {
        var mapping = ColumnMapping.guess(1, headings).orElseThrow();
        return new RowReader(ImportKind.REGISTER, mapping, new Authorities(new FewRegions()), WUHOU, TODAY)
                .read(2, List.of(cells), Set.of());
    }

    @Test
    void saysWhichCellIsWrongAndWhy() {
        var row = read("1", "", "52510107MJ90000229", "", "", "2019", "三万", "良好", "优秀", "明年", "可能");
        assertThat(row.problems())
                .extracting(CellProblem::column, CellProblem::code, CellProblem::value)
                .containsExactly(
                        tuple("统一社会信用代码", "credit-code", "52510107MJ90000229"),
                        tuple("成立日期", "date", "2019"),
                        tuple("注册资金（万元）", "amount", "三万"),
                        tuple("2025年年检结论", "inspection", "良好"),
                        tuple("评估等级", "grade", "优秀"),
                        tuple("等级有效期", "date", "明年"),
                        tuple("是否失信", "yes-or-no", "可能"));
    }

    @Test
    void refusesADayThatIsStillToCome() {
        assertThat(read("1", "示例中心", CODE, "", "", "2026-11-26").problems())
                .extracting(CellProblem::code)
                .containsExactly("future");
        assertThat(read("1", "示例中心", CODE, "", "", "2026-11-25").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, 合格, 2025",
        "2026-05-31, 合格, -",
        "2026-05-31, 2024年合格, 2024",
        "2026-12-31, 合格, 2025",
    })
    void takesAConclusionWithoutAYearForTheLastThatIsConcluded(LocalDate today, String cell, String year) {
        var row = read(today, List.of("名称", "统一社会信用代码", "年检结论"), "示例中心", CODE, cell);
        if (year.equals("-")) {
            assertThat(row.problems()).extracting(CellProblem::code).containsExactly("inspection-year");
        } else {
            assertThat(row.fields()).containsEntry("INSPECTION_" + year, "QUALIFIED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30, 2025年合格, -",
        "2025-07-01, 2025年合格, inspection-before-founding",
        "2020-01-01, 2026年合格, inspection-to-come"
    })
    void takesNoConclusionOfAYearThatIsNotInspected(String founded, String cell, String problem) {
        var row = read(TODAY, List.of("名称", "统一社会信用代码", "成立日期", "年检结论"), "示例中心", CODE, founded, cell);
        assertThat(row.problems())
                .extracting(CellProblem::code)
                .containsExactlyElementsOf(problem.equals("-") ? List.of() : List.of(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01, '', 2027-12-31, -",
        "2023-01-01, 2026-12-31, 2026-12-31, -",
        "2023-01-01, 2028-01-01, 2028-01-01, grade-too-long",
        "'', 2027-12-31, 2027-12-31, -",
        "'', 2031-11-24, 2031-11-24, -",
        "'', 2031-11-25, 2031-11-25, grade-too-long",
    })
    void endsAGradeAfterFiveYearsAtTheLatest(String from, String to, String end, String problem) {
        var row = read(TODAY, List.of("名称", "统一社会信用代码", "评估等级", "评估日期", "等级有效期止"), "示例中心", CODE, "3A", from, to);
        assertThat(row.fields()).containsEntry("GRADE_TO", end);
        assertThat(row.problems())
                .extracting(CellProblem::code)
                .containsExactlyElementsOf(problem.equals("-") ? List.of() : List.of(problem));
    }

    @ParameterizedTest
    @CsvSource({"异常, YES, NO", "失信, NO, YES", "异常、失信, YES, YES", "正常, NO, NO", "'', , ", "也许, , "})
    void readsBothListsFromOneColumn(String cell, String abnormal, String serious) {
        var row = read(TODAY, List.of("名称", "统一社会信用代码", "异常/失信"), "示例中心", CODE, cell);
        assertThat(row.fields().get("ABNORMAL")).isEqualTo(abnormal);
        assertThat(row.fields().get("SERIOUS")).isEqualTo(serious);
        assertThat(row.problems())
                .extracting(CellProblem::code)
                .containsExactlyElementsOf(cell.equals("也许") ? List.of("lists") : List.of());
    }

    @Test
    void trustsNoFormulaInAColumnThatCounts() {
        var mapping = ColumnMapping.guess(1, HEADINGS).orElseThrow();
        var reader = new RowReader(ImportKind.REGISTER, mapping, new Authorities(new FewRegions()), WUHOU, TODAY);
        var cells = List.of("1", "示例中心", CODE, "张三");
        assertThat(reader.read(2, cells, Set.of(0)).problems()).isEmpty();
        assertThat(reader.read(2, cells, Set.of(3)).problems())
                .extracting(CellProblem::column, CellProblem::code)
                .containsExactly(tuple("法定代表人", "formula"));
    }

    @Test
    void asksAListForTheDayOfListing() {
        var mapping = ColumnMapping.guess(1, List.of("名称", "统一社会信用代码", "列入日期", "移出日期"))
                .orElseThrow();
        var reader = new RowReader(ImportKind.ABNORMAL_LIST, mapping, new Authorities(new FewRegions()), WUHOU, TODAY);
        assertThat(reader.read(2, List.of("示例中心", CODE, "2026.5.1"), Set.of()).fields())
                .containsEntry("ABNORMAL", "YES")
                .containsEntry("ABNORMAL_FROM", "2026-05-01");
        assertThat(reader.read(3, List.of("示例中心", CODE, ""), Set.of()).problems())
                .extracting(CellProblem::code)
                .containsExactly("listed-on");
        assertThat(reader.read(4, List.of("示例中心", CODE, "2026.5.1", "2026.4.1"), Set.of())
                        .problems())
                .extracting(CellProblem::code)
                .containsExactly("days-crossed");
        assertThat(reader.read(5, List.of("示例中心", CODE, "2026.11.26"), Set.of()).problems())
                .extracting(CellProblem::code)
                .containsExactly("future");
    }

    @Test
    void placesANewBodyByItsAuthorityThenItsCodeThenTheRegistrar() {
        var authorities = new Authorities(new FewRegions());
        assertThat(authorities.place("武侯区行政审批局", "", new RegionCode("51"))).isEqualTo("510107");
        assertThat(authorities.place("四川省民政厅", CODE, WUHOU)).isEqualTo("51");
        assertThat(authorities.place("某某局", CODE, new RegionCode("51"))).isEqualTo("510107");
        assertThat(authorities.place("", "51510122MJ9000057L", WUHOU)).isEqualTo("510107");
    }

    @ParameterizedTest
    @CsvSource({
        "合 计,500 家,'',true",
        "制表人：李某,'','',true",
        "'','注：本表截至 2026 年 11 月','',true",
        "合计,示例中心,52510107MJ90000228,false",
        "'',合计划爱心协会,'',false",
        "12,示例中心,'',false"
    })
    void leavesAsideWhatStandsUnderTheTable(String number, String name, String code, boolean under) {
        assertThat(reader(TODAY, HEADINGS).isUnderTheTable(List.of(number, name, code)))
                .isEqualTo(under);
    }

    private static ReadRow read(String... cells) {
        return read(TODAY, HEADINGS, cells);
    }

    private static ReadRow read(LocalDate today, List<String> headings, String... cells) {
        return reader(today, headings).read(2, List.of(cells), Set.of());
    }

    private static RowReader reader(LocalDate today, List<String> headings) {
        var mapping = ColumnMapping.guess(1, headings).orElseThrow();
        return new RowReader(ImportKind.REGISTER, mapping, new Authorities(new FewRegions()), WUHOU, today);
    }

    /** Three nodes of the tree. */
    private static final class FewRegions implements Regions {
        private static final List<Region> ALL = List.of(
                new Region("51", "四川省", 1, null, 1, "四川省"),
                new Region("5101", "成都市", 2, "51", 1, "成都市"),
                new Region("510107", "武侯区", 3, "5101", 0, "成都市 武侯区"));

        @Override
        public Optional<Region> find(String code) {
            return ALL.stream().filter(region -> region.code().equals(code)).findFirst();
        }

        @Override
        public List<Region> children(String parentCode) {
            return List.of();
        }

        @Override
        public List<Region> path(String code) {
            return List.of();
        }

        @Override
        public List<Region> level(int level) {
            return ALL.stream().filter(region -> region.level() == level).toList();
        }

        @Override
        public Coded coded(String code) {
            return new Coded(code, code);
        }

        @Override
        public List<Region> named(String text, int limit) {
            return List.of();
        }
    }
}
