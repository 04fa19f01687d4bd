package org.goufu.purchase.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Item;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.domain.Differences.Change;
import org.jspecify.annotations.Nullable;

/** Writes N06 更正公告: old and new side by side, and behind them the call whole as it holds from then on (domain.md 1.6). */
public final class CorrectionForm {
    public static final String FORMAT = "N06";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final String NOTHING = "无";
    private static final String STAY = "本公告发布前已提交的响应文件继续有效，供应商可以在提交截止时间前替换或者撤回";
    private static final String ELSEWHERE = "已提交的响应文件的补充、修改和撤回，在提交截止时间前按法定采购平台的规定办理";

    private final CorrectedCall call;
    private final boolean bidsHere;
    private final NoticeContent text;
    private final Content content;
    private final String reason;
    private final @Nullable OfficialPublication official;
    private final List<Change> changes;
    private final List<Item> items;

    private CorrectionForm(
            CorrectedCall call, Correction correction, boolean bidsHere, UnaryOperator<String> placeName) {
        this.call = call;
        this.bidsHere = bidsHere;
        this.text = call.text();
        this.content = correction.content();
        this.reason = correction.reason();
        this.official = correction.official();
        this.changes = Differences.between(call.content(), content, placeName);
        this.items = changes.stream().map(CorrectionForm::item).toList();
    }

    /**
     * The notice as it is published.
     *
     * @param bidsHere whether the call's bids are given on this platform
     * @param number of the notice that is written
     * @param placeName full name of a region code
     */
    public static NoticeContent of(
            CorrectedCall call,
            Correction correction,
            boolean bidsHere,
            String number,
            Instant at,
            UnaryOperator<String> placeName) {
        return new CorrectionForm(call, correction, bidsHere, placeName).notice(number, at);
    }

    private NoticeContent notice(String number, Instant at) {
        var deadline = Objects.requireNonNull(content.bidDeadline());
        return new NoticeContent(
                number,
                call.purchase(),
                text.purchaseNumber(),
                NoticeType.CORRECTION,
                FORMAT,
                title(),
                text.department().name() + "更正了“" + name() + "”的采购公告，" + deadlineInWords() + "。",
                text.department(),
                text.regionCode(),
                text.method(),
                text.amountFen(),
                at,
                deadline,
                content.openingAt() == null ? deadline : content.openingAt(),
                OfficialReference.of(official),
                Objects.requireNonNull(content.description()),
                Objects.requireNonNull(content.contact()),
                lots(),
                sections(at),
                text.stagedOpening(),
                text.acceptsConsortium(),
                text.supervisedOpening(),
                content.lowPrice(),
                new NoticeContent.Corrected(
                        call.notice(),
                        text.corrects() == null
                                ? text.number()
                                : text.corrects().number(),
                        text.firstPublishedAt(),
                        call.digest(),
                        reason,
                        Objects.requireNonNull(call.content().bidDeadline()),
                        items),
                null);
    }

    private String title() {
        return name() + " 更正公告" + (call.corrections() == 0 ? "" : "（第 " + (call.corrections() + 1) + " 次）");
    }

    private String name() {
        return String.valueOf(content.title());
    }

    private String deadlineInWords() {
        var before = Objects.requireNonNull(call.content().bidDeadline());
        var after = Objects.requireNonNull(content.bidDeadline());
        return after.equals(before)
                ? "提交截止时间不变，仍为 " + minute(before)
                : "提交截止时间由 " + minute(before) + "延长至 " + minute(after);
    }

    private List<NoticeContent.Lot> lots() {
        return IntStream.range(0, text.lots().size())
                .mapToObj(i -> lot(text.lots().get(i), content.lots().get(i)))
                .toList();
    }

    private static NoticeContent.Lot lot(NoticeContent.Lot before, LotContent now) {
        return new NoticeContent.Lot(
                before.id(),
                before.number(),
                before.title(),
                before.categoryCode(),
                before.serviceRegionCodes(),
                before.budgetFen(),
                now.description() == null ? "" : now.description(),
                before.requirements(),
                now.criteria(),
                before.repeats());
    }

    private List<Section> sections(Instant at) {
        return List.of(
                new Section(
                        "一、项目基本情况",
                        List.of(
                                new Field("原公告的采购项目编号", text.purchaseNumber()),
                                new Field("原公告的采购项目名称", name()),
                                new Field("首次公告日期", day(text.firstPublishedAt())))),
                new Section("二、更正信息", corrected(at)),
                new Section(
                        "三、其他补充事宜",
                        List.of(
                                new Field("提交截止时间", deadlineInWords()),
                                new Field("已提交的响应文件", bidsHere ? STAY : ELSEWHERE),
                                new Field("其他", "除上述更正内容外，原公告其他内容不变"))),
                new Section("四、联系方式", contacts()));
    }

    private List<Field> corrected(Instant at) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("更正事项", CorrectionRules.concernsBids(changes) ? "采购公告、采购文件" : "采购公告"));
        fields.add(new Field("更正原因", reason));
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            fields.add(new Field("更正项 " + (i + 1), item.label()));
            fields.add(new Field("更正前", item.before() == null ? NOTHING : item.before()));
            fields.add(new Field("更正后", item.after() == null ? NOTHING : item.after()));
        }
        fields.add(new Field("更正日期", day(at)));
        return fields;
    }

    private List<Field> contacts() {
        var contact = Objects.requireNonNull(content.contact());
        return List.of(
                new Field("采购人名称", text.department().name()),
                new Field("项目联系人", String.valueOf(contact.name())),
                new Field("联系电话", String.valueOf(contact.phone())));
    }

    private static Item item(Change change) {
        return new Item(label(change), change.before(), change.after());
    }

    /** As the official form calls it. */
    private static String label(Change change) {
        var place = change.arguments().stream().map(String::valueOf).toList();
        return switch (change.label()) {
            case "description" -> "采购需求";
            case "deadline" -> "提交截止时间";
            case "opening" -> "开启时间";
            case "low-price-average" -> "异常低价审查：占平均报价的百分比";
            case "low-price-second" -> "异常低价审查：占次低报价的百分比";
            case "low-price-ceiling" -> "异常低价审查：占最高限价的百分比";
            case "documents-to" -> "获取采购文件的结束时间";
            case "documents-place" -> "获取采购文件的地点";
            case "documents-way" -> "获取采购文件的方式";
            case "submission-place" -> "提交响应文件的地点";
            case "opening-place" -> "开启地点";
            case "other-matters" -> "其他补充事宜";
            case "contact-name" -> "项目联系人";
            case "contact-phone" -> "联系电话";
            case "contact-email" -> "电子邮箱";
            case "lot-description" -> "采购包 " + place.getFirst() + " 服务内容与要求";
            case "lot-criterion" -> "采购包 " + place.getFirst() + " 评审因素 " + place.getLast();
            default -> throw new IllegalStateException("cannot be corrected: " + change.label());
        };
    }

    private static String day(Instant moment) {
        return moment.atZone(ZONE).format(DAY);
    }

    private static String minute(Instant moment) {
        return moment.atZone(ZONE).format(MINUTE) + "（北京时间）";
    }
}
