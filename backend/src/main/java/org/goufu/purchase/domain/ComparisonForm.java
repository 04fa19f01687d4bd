package org.goufu.purchase.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goufu.kernel.Named;
import org.goufu.purchase.Contact;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.reference.WorkCalendar;

/** Writes the form P01, 限额标准以下采购公告 (公开比选), of a purchase that passed every rule (domain.md 1.6, 1.9). */
public final class ComparisonForm {
    public static final String FORMAT = "P01";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final String NOTHING_MORE = "无";

    private ComparisonForm() {}

    /** The buyer as the form names it. */
    public record Buyer(Named department, String address, String phone) {}

    /**
     * The notice as it is published.
     *
     * @param failed the lots whose second runs these are
     * @param placeName full name of a region code
     * @param categoryName name of a code of the catalogue
     */
    public static NoticeContent of(
            Purchase purchase,
            Buyer buyer,
            String number,
            Instant publishedAt,
            WorkCalendar calendar,
            Map<UUID, FailedLot> failed,
            UnaryOperator<String> placeName,
            UnaryOperator<String> categoryName) {
        var content = purchase.content();
        var deadline = Objects.requireNonNull(content.bidDeadline());
        var opening = content.openingAt() == null ? deadline : content.openingAt();
        var title = Objects.requireNonNull(content.title());
        var lots = lots(content, failed);
        var projectNumber = projectNumber(number);
        var sections = List.of(
                project(content, title, projectNumber),
                new Section("二、采购包及服务要求", needs(lots, placeName, categoryName)),
                new Section("三、供应商资格要求", qualifications(lots)),
                new Section("四、评审因素", criteria(lots, LowPriceRatios.orLawful(content.lowPrice()))),
                responses(deadline, opening, content),
                new Section("六、公告期限", List.of(new Field("公告期限", period(publishedAt, calendar)))),
                new Section("七、其他补充事宜", List.of(new Field("其他", NOTHING_MORE))),
                contacts(buyer, Objects.requireNonNull(content.contact())));
        return new NoticeContent(
                number,
                purchase.id(),
                projectNumber,
                NoticeType.PROCUREMENT,
                FORMAT,
                title + " 采购公告",
                summary(buyer, lots, content, categoryName),
                buyer.department(),
                Objects.requireNonNull(content.regionCode()),
                ProcurementMethod.BT_COMPARE,
                content.budgetFen(),
                publishedAt,
                deadline,
                opening,
                null,
                Objects.requireNonNull(content.description()),
                content.contact(),
                lots,
                sections,
                content.stagedOpening(),
                content.acceptsConsortium(),
                content.supervisedOpening(),
                content.lowPrice(),
                null);
    }

    /** A project carries the number of the notice that opened it. */
    public static String projectNumber(String noticeNumber) {
        return "CG-" + noticeNumber;
    }

    private static List<NoticeContent.Lot> lots(Content content, Map<UUID, FailedLot> failed) {
        return IntStream.range(0, content.lots().size())
                .mapToObj(i -> lot(i + 1, content.lots().get(i), failed))
                .toList();
    }

    private static NoticeContent.Lot lot(int number, LotContent lot, Map<UUID, FailedLot> failed) {
        var before = lot.repeats() == null ? null : failed.get(lot.repeats());
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

    private static String summary(
            Buyer buyer, List<NoticeContent.Lot> lots, Content content, UnaryOperator<String> categoryName) {
        var services = lots.stream()
                .map(lot -> categoryName.apply(lot.categoryCode()))
                .distinct()
                .limit(3)
                .collect(Collectors.joining("、"));
        return buyer.department().name() + "购买" + services + "服务，预算" + yuan(content.budgetFen()) + "。";
    }

    private static Section project(Content content, String title, String projectNumber) {
        return new Section(
                "一、项目基本情况",
                List.of(
                        new Field("项目编号", projectNumber),
                        new Field("项目名称", title),
                        new Field("采购方式", "公开比选（限额标准以下）"),
                        new Field("预算金额", yuan(content.budgetFen())),
                        new Field("最高限价", yuan(content.budgetFen())),
                        new Field("采购需求", Objects.requireNonNull(content.description())),
                        new Field("是否接受联合体", Boolean.TRUE.equals(content.acceptsConsortium()) ? "是" : "否"),
                        new Field("社区社会组织参与方式", "未取得法人资格的备案社区社会组织，可由其所在的街道社区社会组织联合会作为唯一供应商响应，并按约定分工参与。")));
    }

    private static List<Field> needs(
            List<NoticeContent.Lot> lots, UnaryOperator<String> placeName, UnaryOperator<String> categoryName) {
        var fields = new ArrayList<Field>();
        for (var lot : lots) {
            fields.add(new Field("采购包 " + lot.number(), lot.title()));
            fields.add(new Field("服务类别", lot.categoryCode() + " " + categoryName.apply(lot.categoryCode())));
            fields.add(new Field(
                    "服务地点", lot.serviceRegionCodes().stream().map(placeName).collect(Collectors.joining("；"))));
            fields.add(new Field("包预算", yuan(lot.budgetFen())));
            if (lot.repeats() != null) {
                fields.add(new Field(
                        "重新采购", "本包第一次采购（公告编号 " + lot.repeats().number() + "）因响应供应商不足三家终止，本次为第二次采购，收到两家以上响应文件即可开启"));
            }
            if (!lot.description().isBlank()) {
                fields.add(new Field("服务内容与要求", lot.description()));
            }
        }
        return fields;
    }

    private static List<Field> qualifications(List<NoticeContent.Lot> lots) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("1", "具有独立承担民事责任的能力，并具备《中华人民共和国政府采购法》第二十二条规定的其他条件。"));
        fields.add(new Field("2", "落实政府采购政策需满足的资格要求：无。"));
        for (var lot : lots) {
            var own = lot.requirements().stream().map(OfficialWords::of).collect(Collectors.joining("；"));
            fields.add(new Field("采购包 " + lot.number() + " 特定资格要求", own.isEmpty() ? NOTHING_MORE : own));
        }
        return fields;
    }

    private static List<Field> criteria(List<NoticeContent.Lot> lots, LowPriceRatios ratios) {
        var fields = new ArrayList<Field>();
        for (var lot : lots) {
            fields.add(new Field(
                    "采购包 " + lot.number(),
                    lot.criteria().stream()
                            .map(criterion -> criterion.name() + " " + criterion.weight() + " 分"
                                    + (criterion.mustAgree() ? "（客观分）" : ""))
                            .collect(Collectors.joining("；"))));
        }
        fields.add(new Field("异常低价审查", lowPrice(ratios)));
        return fields;
    }

    /** 财库〔2026〕2号: the documents must say when it begins. */
    private static String lowPrice(LowPriceRatios ratios) {
        return "响应报价低于全部通过符合性审查供应商报价平均值的 " + ratios.ofAverage() + "%，或者低于次低报价的 " + ratios.ofSecond() + "%，或者低于最高限价的 "
                + ratios.ofCeiling() + "%，或者评审小组认为报价过低、有可能影响服务质量或者不能诚信履约的，启动异常低价审查，供应商应当在规定时间内书面说明报价依据。";
    }

    private static Section responses(Instant deadline, Instant opening, Content content) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("获取采购文件", "自公告发布之时起在本平台免费查阅、下载，不需报名"));
        fields.add(new Field("提交截止时间", minute(deadline)));
        fields.add(new Field("提交方式", "通过本平台在线提交"));
        fields.add(new Field("开启时间", minute(opening)));
        fields.add(
                new Field("开启方式", Boolean.TRUE.equals(content.stagedOpening()) ? "先开启技术部分，评审打分后再开启报价" : "技术部分与报价同时开启"));
        if (Boolean.TRUE.equals(content.supervisedOpening())) {
            fields.add(new Field("监管参加", "由采购人、平台和监管人员共同开启，缺一方不能开启"));
        }
        return new Section("五、响应文件的提交与开启", fields);
    }

    private static String period(Instant publishedAt, WorkCalendar calendar) {
        var end = calendar.addWorkingDays(
                        publishedAt.atZone(ZONE).toLocalDate(), TimingRules.SHORTEST_NOTICE_WORKING_DAYS)
                .day();
        return "自公告发布之日起 " + TimingRules.SHORTEST_NOTICE_WORKING_DAYS + " 个工作日，至 " + end.format(DAY) + "止";
    }

    private static Section contacts(Buyer buyer, Contact contact) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("采购人名称", buyer.department().name()));
        fields.add(new Field("采购人地址", buyer.address()));
        fields.add(new Field("采购人联系方式", buyer.phone()));
        fields.add(new Field("项目联系人", String.valueOf(contact.name())));
        fields.add(new Field("联系电话", String.valueOf(contact.phone())));
        if (contact.email() != null) {
            fields.add(new Field("电子邮箱", contact.email()));
        }
        return new Section("八、联系方式", fields);
    }

    private static String minute(Instant moment) {
        return moment.atZone(ZONE).format(MINUTE) + "（北京时间）";
    }

    /** 98,000 元; fen are shown only where there are some. */
    static String yuan(long fen) {
        var yuan = BigDecimal.valueOf(fen).movePointLeft(2).setScale(2, RoundingMode.UNNECESSARY);
        return String.format(fen % 100 == 0 ? "%,.0f 元" : "%,.2f 元", yuan);
    }
}
