package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeContent.Elsewhere;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.domain.PortalResult.Winner;
import org.jspecify.annotations.Nullable;

/** Writes N05 中标（成交）结果公告 of a lot that was decided on the statutory medium, heading by heading (domain.md 1.6). */
public final class PortalResultNotice {
    private static final String BUYER = "采购人名称";
    private static final String NO_FEE = "未委托代理机构，不收取代理服务费";

    private final DecidingLot deciding;
    private final OutcomeForms forms;
    private final PortalResult result;
    private final String won;

    private PortalResultNotice(DecidingLot deciding, PortalResult result, String number, Instant at) {
        this.deciding = deciding;
        this.forms = new OutcomeForms(deciding, number, at);
        this.result = result;
        this.won = deciding.text().method().outcomeWord();
    }

    /** @param result in which the rules find nothing that blocks */
    public static NoticeContent of(DecidingLot deciding, PortalResult result, String number, Instant at) {
        return new PortalResultNotice(deciding, result, number, at).notice();
    }

    private NoticeContent notice() {
        var names = result.leads().map(this::named).collect(Collectors.joining("、"));
        var amount = result.amountFen();
        var lot = deciding.lot();
        return forms.notice(
                NoticeType.RESULT,
                "N05",
                "中标（成交）结果公告",
                forms.quoted() + "由" + names + "承接。",
                "经评审，确定" + names + "为" + forms.quoted() + "的承接主体，" + won
                        + (amount == null ? "价按费率计" : "金额" + CallParts.yuan(amount)) + "。",
                amount == null ? lot.budgetFen() : amount,
                OfficialReference.of(result.official()),
                sections(),
                new Elsewhere(deciding.id(), lot.title()));
    }

    /** A consortium is named by its lead. */
    private String named(Winner lead) {
        var next = result.winners().indexOf(lead) + 1;
        var isConsortium =
                next < result.winners().size() && result.winners().get(next).partner();
        return lead.name() + (isConsortium ? "（联合体牵头人）" : "");
    }

    private List<Section> sections() {
        var service = result.service();
        var sections = new ArrayList<>(forms.project());
        sections.add(new Section("三、中标（成交）信息", winners()));
        sections.add(new Section(
                "四、主要标的信息",
                List.of(
                        field("名称", service.name()),
                        field("服务范围", service.scope()),
                        field("服务要求", service.requirements()),
                        field("服务时间", service.time()),
                        field("服务标准", service.standards()))));
        sections.add(new Section("五、评审专家名单", List.of(new Field("名单", panel()))));
        sections.add(new Section("六、代理服务收费标准及金额", agencyFee()));
        sections.add(new Section("七、公告期限", List.of(new Field("公告期限", "自公告发布之日起 1 个工作日"))));
        sections.add(new Section("八、其他补充事宜", other()));
        sections.add(new Section("九、联系方式", contacts()));
        return sections;
    }

    private List<Field> winners() {
        var fields = new ArrayList<Field>();
        for (var winner : result.winners()) {
            fields.add(field(winner.partner() ? "联合体成员名称" : "供应商名称", winner.name()));
            fields.add(field("统一社会信用代码", winner.creditCode()));
            fields.add(field("供应商地址", winner.address()));
            if (winner.amountFen() != null) fields.add(new Field(won + "金额", CallParts.yuan(winner.amountFen())));
            if (winner.rate() != null) fields.add(new Field("下浮率或费率", winner.rate()));
            if (winner.scoreHundredths() != null) {
                fields.add(new Field("评审总得分", OutcomeForms.points(winner.scoreHundredths())));
            }
            if (winner.evaluationPriceFen() != null) {
                fields.add(new Field("评审报价", CallParts.yuan(winner.evaluationPriceFen())));
            }
        }
        return fields;
    }

    private String panel() {
        return result.panel().stream()
                .map(one -> one.ofDepartment() ? one.name() + "（采购人代表）" : String.valueOf(one.name()))
                .collect(Collectors.joining("、"));
    }

    private List<Field> agencyFee() {
        var fee = result.agencyFee();
        return fee == null
                ? List.of(new Field("收费", NO_FEE))
                : List.of(
                        field("收费标准", fee.standard()),
                        new Field("收费金额", CallParts.yuan(Objects.requireNonNull(fee.amountFen()))));
    }

    /** Whoever reads it here must not believe that this platform took or judged bids. */
    private List<Field> other() {
        return List.of(
                new Field("响应与评审", "本采购包的响应文件在法定采购平台提交和评审，本平台没有接收，本公告为转载"),
                new Field("附件", "采购文件等附件见法定媒体上的结果公告"),
                field("其他", result.otherMatters() == null ? CallParts.NOTHING_MORE : result.otherMatters()));
    }

    /** As the call gives them, the agency's too. */
    private List<Field> contacts() {
        return deciding.text().sections().stream()
                .map(Section::fields)
                .filter(fields ->
                        fields.stream().anyMatch(field -> field.label().equals(BUYER)))
                .findFirst()
                .orElseGet(forms::contacts);
    }

    private static Field field(String label, @Nullable String value) {
        return new Field(label, Objects.requireNonNull(value));
    }
}
