package org.goufu.purchase.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeContent.Field;
import org.jspecify.annotations.Nullable;

/** What the official forms of all open calls have in common, in the words of the law. */
final class CallParts {
    static final String NOTHING_MORE = "无";
    static final String GROUPS = "未取得法人资格的备案社区社会组织，可由其所在的街道社区社会组织联合会作为唯一供应商响应，并按约定分工参与。";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Content content;
    private final CallForm.Setting setting;
    private final UnaryOperator<String> placeName;
    private final UnaryOperator<String> categoryName;
    private final List<NoticeContent.Lot> lots;

    CallParts(
            Content content,
            CallForm.Setting setting,
            UnaryOperator<String> placeName,
            UnaryOperator<String> categoryName) {
        this.content = content;
        this.setting = setting;
        this.placeName = placeName;
        this.categoryName = categoryName;
        this.lots = IntStream.range(0, content.lots().size())
                .mapToObj(i -> lot(i + 1, content.lots().get(i)))
                .toList();
    }

    Content content() {
        return content;
    }

    CallForm.Setting setting() {
        return setting;
    }

    List<NoticeContent.Lot> lots() {
        return lots;
    }

    Instant deadline() {
        return Objects.requireNonNull(content.bidDeadline());
    }

    Instant opening() {
        return content.openingAt() == null ? deadline() : content.openingAt();
    }

    /** A project carries the code that the statutory medium gave it; a native one the number of the notice that opened it. */
    String projectNumber() {
        var given = content.statutoryOrNothing().projectCode();
        return given == null ? "CG-" + setting.number() : given;
    }

    String summary() {
        var services = lots.stream()
                .map(lot -> categoryName.apply(lot.categoryCode()))
                .distinct()
                .limit(3)
                .collect(Collectors.joining("、"));
        return setting.buyer().department().name() + "购买" + services + "服务，预算" + yuan(content.budgetFen()) + "。";
    }

    String consortium() {
        return Boolean.TRUE.equals(content.acceptsConsortium()) ? "是" : "否";
    }

    List<Field> needs() {
        var fields = new ArrayList<Field>();
        for (var lot : lots) {
            fields.add(new Field("采购包 " + lot.number(), lot.title()));
            fields.add(new Field("服务类别", lot.categoryCode() + " " + categoryName.apply(lot.categoryCode())));
            fields.add(new Field(
                    "服务地点", lot.serviceRegionCodes().stream().map(placeName).collect(Collectors.joining("；"))));
            fields.add(new Field("包预算", yuan(lot.budgetFen())));
            if (lot.repeats() != null) fields.add(new Field("重新采购", again(lot.repeats())));
            if (!lot.description().isBlank()) fields.add(new Field("服务内容与要求", lot.description()));
        }
        return fields;
    }

    /** Only below the purchase limit do two bids suffice because of it (domain.md 1.9). */
    private String again(NoticeContent.Repeats before) {
        var first = "本包第一次采购（公告编号 " + before.number() + "）因响应供应商不足三家终止，本次为第二次采购";
        return Objects.requireNonNull(content.method()).isBelowLimit() ? first + "，收到两家以上响应文件即可开启" : first;
    }

    List<Field> qualifications() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("1", "具有独立承担民事责任的能力，并具备《中华人民共和国政府采购法》第二十二条规定的其他条件。"));
        fields.add(new Field("2", "落实政府采购政策需满足的资格要求：无。"));
        for (var lot : lots) {
            var own = lot.requirements().stream().map(OfficialWords::of).collect(Collectors.joining("；"));
            fields.add(new Field("采购包 " + lot.number() + " 特定资格要求", own.isEmpty() ? NOTHING_MORE : own));
        }
        return fields;
    }

    List<Field> criteria() {
        var fields = new ArrayList<Field>();
        for (var lot : lots) {
            if (lot.criteria().isEmpty()) continue;
            fields.add(new Field(
                    "采购包 " + lot.number(),
                    lot.criteria().stream()
                            .map(criterion -> criterion.name() + " " + criterion.weight() + " 分"
                                    + (criterion.mustAgree() ? "（客观分）" : ""))
                            .collect(Collectors.joining("；"))));
        }
        fields.add(new Field("异常低价审查", lowPrice(LowPriceRatios.orLawful(content.lowPrice()))));
        return fields;
    }

    /** 财库〔2026〕2号: the documents must say when it begins. */
    private static String lowPrice(LowPriceRatios ratios) {
        return "响应报价低于全部通过符合性审查供应商报价平均值的 " + ratios.ofAverage() + "%，或者低于次低报价的 " + ratios.ofSecond() + "%，或者低于最高限价的 "
                + ratios.ofCeiling() + "%，或者评审小组认为报价过低、有可能影响服务质量或者不能诚信履约的，启动异常低价审查，供应商应当在规定时间内书面说明报价依据。";
    }

    /** How the platform opens, where it does. */
    List<Field> ownOpening() {
        var fields = new ArrayList<Field>();
        fields.add(
                new Field("开启方式", Boolean.TRUE.equals(content.stagedOpening()) ? "先开启技术部分，评审打分后再开启报价" : "技术部分与报价同时开启"));
        if (Boolean.TRUE.equals(content.supervisedOpening())) {
            fields.add(new Field("监管参加", "由采购人、平台和监管人员共同开启，缺一方不能开启"));
        }
        return fields;
    }

    /** From the day on which it was published first. */
    String period(int workingDays) {
        var official = content.statutoryOrNothing().officialPublication();
        var first = official == null || official.publishedAt() == null ? setting.publishedAt() : official.publishedAt();
        var end = setting.calendar()
                .addWorkingDays(first.atZone(ZONE).toLocalDate(), workingDays)
                .day();
        return "自公告发布之日起 " + workingDays + " 个工作日，至 " + end.format(DAY) + "止";
    }

    List<Field> contacts() {
        var buyer = setting.buyer();
        var fields = new ArrayList<Field>();
        fields.add(new Field("采购人名称", buyer.department().name()));
        fields.add(new Field("采购人地址", buyer.address()));
        fields.add(new Field("采购人联系方式", buyer.phone()));
        var agency = content.statutoryOrNothing().agency();
        if (agency != null) {
            fields.add(new Field("采购代理机构名称", String.valueOf(agency.name())));
            fields.add(new Field("采购代理机构地址", String.valueOf(agency.address())));
            fields.add(new Field("采购代理机构联系方式", String.valueOf(agency.phone())));
        }
        var contact = Objects.requireNonNull(content.contact());
        fields.add(new Field("项目联系人", String.valueOf(contact.name())));
        fields.add(new Field("联系电话", String.valueOf(contact.phone())));
        if (contact.email() != null) {
            fields.add(new Field("电子邮箱", contact.email()));
        }
        return fields;
    }

    private NoticeContent.Lot lot(int number, LotContent lot) {
        var before = lot.repeats() == null ? null : setting.failed().get(lot.repeats());
        return new NoticeContent.Lot(
                lot.id(),
                number,
                Objects.requireNonNull(lot.title()),
                Objects.requireNonNull(lot.categoryCode()),
                lot.serviceRegionCodes(),
                Objects.requireNonNull(lot.budgetFen()),
                lot.description() == null ? "" : lot.description(),
                lot.requirements(),
                lot.criteria(),
                before == null ? null : new NoticeContent.Repeats(before.lot(), before.notice(), before.number()));
    }

    static String minute(@Nullable Instant moment) {
        return Objects.requireNonNull(moment).atZone(ZONE).format(MINUTE) + "（北京时间）";
    }

    /** 98,000 元; fen are shown only where there are some. */
    static String yuan(long fen) {
        var yuan = BigDecimal.valueOf(fen).movePointLeft(2).setScale(2, RoundingMode.UNNECESSARY);
        return String.format(fen % 100 == 0 ? "%,.0f 元" : "%,.2f 元", yuan);
    }
}
