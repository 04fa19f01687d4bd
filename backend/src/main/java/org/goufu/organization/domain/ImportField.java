package org.goufu.organization.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a registrar's table may say, with the headings that registrars give it. */
public enum ImportField {
    NAME("名称", "社会组织名称", "组织名称", "单位名称", "机构名称", "社团名称"),
    CREDIT_CODE("统一社会信用代码", "社会信用代码", "统一信用代码", "信用代码", "统一代码"),
    LEGACY_CERT_NO("登记证号", "登记证书号", "登记证号码", "证书编号", "原登记证号", "登记号", "社证字号"),
    LEGAL_FORM("社会组织类型", "组织类型", "类型", "类别", "登记类型", "机构类型"),
    HEAD("法定代表人", "法人代表", "法定代表人姓名", "法人", "负责人", "法定代表人或负责人"),
    ADDRESS("住所", "地址", "办公地址", "登记住所", "住址", "住所地", "办公住所"),
    SCOPE("业务范围", "宗旨和业务范围", "经营范围", "业务范围和宗旨"),
    AUTHORITY("登记机关", "登记管理机关", "发证机关", "登记部门"),
    FOUNDED_ON("成立日期", "成立时间", "登记日期", "成立登记日期", "注册日期", "登记时间", "批准日期"),
    CAPITAL("注册资金", "开办资金", "活动资金", "注册资本", "原始基金", "注册资金数额"),
    STATUS("登记状态", "状态", "组织状态", "法人状态"),
    INSPECTION("年检结论", "年检结果", "年度检查结论", "年检情况", "年检", "年度检查", "年检状态"),
    INSPECTION_YEAR("年检年度", "检查年度", "年检年份", "年度"),
    GRADE("评估等级", "等级", "评估结果", "社会组织评估等级", "评估级别"),
    GRADE_FROM("评估有效期起", "等级有效期起", "评估日期", "评估时间", "等级授予日期"),
    GRADE_TO("评估有效期止", "等级有效期止", "评估有效期", "等级有效期", "评估有效期至"),
    ABNORMAL("活动异常名录", "异常名录", "异常", "是否异常", "列入异常名录", "社会组织活动异常名录"),
    SERIOUS("严重违法失信名单", "失信名单", "失信", "严重违法", "是否失信", "严重违法失信", "列入严重违法失信名单"),
    /** Both lists in one column: what it names the body stands on. */
    STANDING("异常/失信", "异常失信", "异常或失信", "异常、失信", "信用状态", "信用情况", "信用名单", "失信异常"),
    /** Figures of a year, out of the annual report. */
    HEADCOUNT("从业人数", "从业人员数", "从业人员", "工作人员数", "员工人数", "职工人数"),
    NET_ASSETS("净资产", "净资产合计", "净资产总额", "期末净资产"),
    INCOME("年度收入", "收入", "上年收入", "上年度收入", "收入合计", "总收入", "本年收入", "全年收入"),
    LISTED_ON("列入日期", "列入时间", "列入名单日期"),
    REMOVED_ON("移出日期", "移出时间", "移出名单日期");

    private static final Map<String, ImportField> BY_HEADING = headings();

    private final List<String> headings;

    ImportField(String... headings) {
        this.headings = List.of(headings);
    }

    /** The field that a heading names, however it is spaced, bracketed or dated. */
    public static Optional<ImportField> named(String heading) {
        return Optional.ofNullable(BY_HEADING.get(plain(heading)));
    }

    /** A body may have many: one for each year. */
    public boolean mayRepeat() {
        return this == INSPECTION;
    }

    private static String plain(String heading) {
        return TypedForms.narrow(heading)
                .replaceAll("[\\s*:]", "")
                .replaceAll("[(\\[【].*?[)\\]】]", "")
                .replaceAll("(19|20)\\d{2}(年度|年)?", "")
                .toUpperCase(Locale.ROOT);
    }

    private static Map<String, ImportField> headings() {
        var map = new HashMap<String, ImportField>();
        Arrays.stream(values()).forEach(field -> field.headings.forEach(heading -> map.put(plain(heading), field)));
        return Map.copyOf(map);
    }
}
