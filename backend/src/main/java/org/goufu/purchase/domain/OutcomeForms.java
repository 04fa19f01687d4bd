package org.goufu.purchase.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goufu.purchase.Award;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Official;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;

/** Writes what a lot came to: N05 中标（成交）结果公告, P02 限额标准以下采购结果公示, N07 终止公告 (domain.md 1.6). */
public final class OutcomeForms {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DecidingLot deciding;
    private final NoticeContent call;
    private final NoticeContent.Lot lot;
    private final String number;
    private final Instant at;

    /** @param number of the notice that is written */
    public OutcomeForms(DecidingLot deciding, String number, Instant at) {
        this.deciding = deciding;
        this.call = deciding.text();
        this.lot = deciding.lot();
        this.number = number;
        this.at = at;
    }

    /**
     * @param official where the statutory medium published the result; null below the purchase limit
     * @param placeName full name of a region code
     */
    public NoticeContent result(Award award, @Nullable OfficialPublication official, UnaryOperator<String> placeName) {
        var below = call.method().isBelowLimit();
        var won = call.method().outcomeWord();
        var sections = new ArrayList<Section>();
        sections.addAll(project());
        sections.add(new Section(below ? "三、结果信息" : "三、中标（成交）信息", winner(award, won)));
        sections.add(new Section(
                "四、主要标的信息",
                List.of(
                        new Field("名称", lot.title()),
                        new Field(
                                "服务范围",
                                lot.serviceRegionCodes().stream().map(placeName).collect(Collectors.joining("；"))),
                        new Field("服务要求", lot.description().isBlank() ? call.description() : lot.description()),
                        new Field("服务时间", "自合同签订之日起，按采购文件约定"),
                        new Field("服务标准", "按采购文件和响应文件约定"))));
        sections.add(new Section("五、评审结果", ranking(award)));
        sections.add(new Section("六、评审人员名单", List.of(new Field("名单", panel(award)))));
        sections.add(new Section("七、代理服务收费标准及金额", List.of(new Field("收费", "未委托代理机构，不收取代理服务费"))));
        sections.add(new Section("八、公告期限", List.of(new Field("公告期限", below ? "自公示发布之日起 2 个工作日" : "自公告发布之日起 1 个工作日"))));
        sections.add(new Section("九、联系方式", contacts()));
        return notice(
                NoticeType.RESULT,
                below ? "P02" : "N05",
                below ? "采购结果公示" : "中标（成交）结果公告",
                quoted() + "由" + award.winner().name() + "承接。",
                "经评审，确定" + award.winner().name() + "为" + quoted() + "的承接主体，" + won + "金额"
                        + CallParts.yuan(award.amountFen()) + "。",
                award.amountFen(),
                OfficialReference.of(official),
                sections);
    }

    public NoticeContent termination(Termination termination) {
        var end = termination.reason().voids(call.method()) ? "废标" : "终止";
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "一、项目基本情况",
                List.of(
                        new Field("采购项目编号", call.purchaseNumber()),
                        new Field("采购项目名称", name()),
                        new Field("首次公告日期", call.firstPublishedAt().atZone(ZONE).format(DAY)))));
        sections.add(new Section(
                "二、项目" + end + "的原因",
                List.of(
                        new Field(end + "原因", termination.reason().officialWords()),
                        new Field("具体情况", termination.explanation()))));
        sections.add(new Section("三、其他补充事宜", List.of(new Field("其他", "无"))));
        sections.add(new Section("四、联系方式", contacts()));
        return notice(
                NoticeType.TERMINATION,
                "N07",
                end + "公告",
                quoted() + (end.equals("废标") ? "废标。" : "终止采购。"),
                termination.reason().officialWords() + "。" + termination.explanation(),
                lot.budgetFen(),
                OfficialReference.of(termination.official()),
                sections);
    }

    private NoticeContent notice(
            NoticeType type,
            String format,
            String kind,
            String summary,
            String description,
            long amountFen,
            @Nullable Official official,
            List<Section> sections) {
        return notice(type, format, kind, summary, description, amountFen, official, sections, null);
    }

    NoticeContent notice(
            NoticeType type,
            String format,
            String kind,
            String summary,
            String description,
            long amountFen,
            @Nullable Official official,
            List<Section> sections,
            NoticeContent.@Nullable Elsewhere elsewhere) {
        return new NoticeContent(
                number,
                call.purchaseId(),
                call.purchaseNumber(),
                type,
                format,
                name() + " " + kind,
                summary,
                call.department(),
                call.regionCode(),
                call.method(),
                amountFen,
                at,
                null,
                null,
                official,
                description,
                call.contact(),
                List.of(),
                sections,
                null,
                null,
                null,
                null,
                null,
                elsewhere);
    }

    List<Section> project() {
        return List.of(
                new Section("一、项目编号", List.of(new Field("项目编号", call.purchaseNumber()))),
                new Section("二、项目名称", List.of(new Field("项目名称", name()))));
    }

    /** The official forms name the project, and the lot where there are several. */
    private String name() {
        var project = call.title().replaceFirst("\\s*(采购公告|招标公告|竞争性磋商公告|竞争性谈判公告|更正公告.*)$", "");
        return deciding.isOneOfSeveral() ? project + "（采购包 " + lot.number() + " " + lot.title() + "）" : project;
    }

    /** Marks of quotation within marks of quotation are single ones (GB/T 15834). */
    String quoted() {
        return "“" + name().replace('“', '‘').replace('”', '’') + "”";
    }

    private static List<Field> winner(Award award, String won) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("供应商名称", award.winner().name()));
        fields.addAll(members(award, won));
        if (award.winner().creditCode() != null && award.consortium().isEmpty())
            fields.add(new Field("统一社会信用代码", award.winner().creditCode()));
        fields.add(new Field("供应商地址", award.winner().address()));
        fields.add(new Field(won + "金额", CallParts.yuan(award.amountFen())));
        if (award.scoreHundredths() != null) fields.add(new Field("评审总得分", points(award.scoreHundredths())));
        if (!award.groups().isEmpty()) fields.add(new Field("参与执行的社区社会组织", String.join("、", award.groups())));
        return fields;
    }

    /** Each with its work, for the contract is signed by all of them (政府采购法 第24条). */
    private static List<Field> members(Award award, String won) {
        return IntStream.range(0, award.consortium().size())
                .mapToObj(place -> {
                    var member = award.consortium().get(place);
                    var code = member.creditCode() == null ? "" : "（统一社会信用代码 " + member.creditCode() + "）";
                    return new Field(
                            place == 0 ? "联合体牵头人" : "联合体成员",
                            member.name() + code + "，承担：" + member.work() + "；占" + won + "金额 "
                                    + BigDecimal.valueOf(member.share(), 2)
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    + "%");
                })
                .toList();
    }

    private static List<Field> ranking(Award award) {
        return award.ranking().stream()
                .map(one -> new Field(
                        "第 " + one.rank() + " 名",
                        one.name() + "，报价 " + CallParts.yuan(one.priceFen())
                                + (one.scoreHundredths() == null ? "" : "，得分 " + points(one.scoreHundredths()))))
                .toList();
    }

    private static String panel(Award award) {
        return award.panel().stream()
                .map(one -> one.ofDepartment() ? one.name() + "（采购人代表）" : one.name())
                .collect(Collectors.joining("、"));
    }

    static String points(int hundredths) {
        return String.format("%d.%02d", hundredths / 100, hundredths % 100);
    }

    List<Field> contacts() {
        var contact = call.contact();
        return List.of(
                new Field("采购人名称", call.department().name()),
                new Field("项目联系人", String.valueOf(contact.name())),
                new Field("联系电话", String.valueOf(contact.phone())));
    }
}
