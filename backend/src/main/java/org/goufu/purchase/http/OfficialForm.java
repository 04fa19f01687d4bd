package org.goufu.purchase.http;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.purchase.sql.NoticeDetails;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws a notice as the sheet of paper that the law knows: heading, numbered sections, the buyer's name and the date below, and in
 * the footer the digest with the address where it can be verified.
 *
 * <p>Every value is escaped, and the sheet carries neither script nor inline style, so it lives under the strictest policy.
 */
final class OfficialForm {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final int DIGEST_GROUP = 4;

    private final StringBuilder html = new StringBuilder(8192);

    private OfficialForm() {}

    static String of(NoticeDetails notice, String publicAddress) {
        var form = new OfficialForm();
        form.head(notice);
        form.reference(notice);
        notice.sections().forEach(form::section);
        form.signature(notice);
        form.footer(notice, publicAddress);
        return form.html.append("</main></body></html>\n").toString();
    }

    private void head(NoticeDetails notice) {
        html.append("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>")
                .append(escaped(notice.title()))
                .append("</title><link rel=\"stylesheet\" href=\"/forms.css\"></head><body><main>")
                .append("<header><p class=\"kind\">")
                .append(escaped(formName(notice.formatCode())))
                .append("</p><h1>")
                .append(escaped(notice.title()))
                .append("</h1><p class=\"number\">公告编号：")
                .append(escaped(notice.number()))
                .append("　发布时间：")
                .append(minute(notice.publishedAt()))
                .append("</p></header>\n");
    }

    /** Where the law names another medium, this sheet is a copy and says so first. */
    private void reference(NoticeDetails notice) {
        var official = notice.official();
        if (official != null) {
            html.append("<aside><strong>转载</strong>　本公告首发于")
                    .append(escaped(official.medium()))
                    .append("（公告标识 ")
                    .append(escaped(official.noticeId()))
                    .append("，")
                    .append(minute(official.publishedAt()))
                    .append("），内容不一致的，以该媒体发布的为准；各项期限自该媒体发布之时起算。<br>原文地址：")
                    .append(escaped(official.url()))
                    .append("</aside>\n");
        }
    }

    private void section(Section section) {
        html.append("<section><h2>").append(escaped(section.heading())).append("</h2><dl>");
        section.fields().forEach(this::field);
        html.append("</dl></section>\n");
    }

    private void field(Field field) {
        html.append("<div><dt>").append(escaped(field.label())).append("</dt><dd>");
        field.value()
                .lines()
                .map(OfficialForm::escaped)
                .forEach(line -> html.append("<p>").append(line).append("</p>"));
        html.append("</dd></div>");
    }

    private void signature(NoticeDetails notice) {
        html.append("<div class=\"signature\"><p>")
                .append(escaped(notice.department().name()))
                .append("</p><p>")
                .append(notice.publishedAt().atZone(ZONE).format(DAY))
                .append("</p></div>\n");
    }

    private void footer(NoticeDetails notice, String publicAddress) {
        html.append("<footer><p>内容摘要（SHA-256）：<span class=\"digest\">")
                .append(grouped(notice.digest()))
                .append("</span></p><p>核验地址：")
                .append(escaped(publicAddress + "/notices/" + notice.id()))
                .append("</p></footer>\n");
    }

    private static String formName(String formatCode) {
        return switch (formatCode) {
            case "N01" -> "政府采购意向公告";
            case "N03" -> "招标公告";
            case "N04" -> "竞争性谈判（竞争性磋商、询价）公告";
            case "N05" -> "中标（成交）结果公告";
            case "N06" -> "更正公告";
            case "N07" -> "终止公告";
            case "N08" -> "合同公告";
            case "N09" -> "公共服务项目验收结果公告";
            case "N10" -> "单一来源采购公示";
            case "N14" -> "合同变更公告";
            case "P01" -> "限额标准以下采购公告";
            case "P02" -> "限额标准以下采购结果公示";
            case "P04" -> "绩效评价结果公告";
            default -> "公告";
        };
    }

    private static String grouped(String digest) {
        return digest.replaceAll("(.{" + DIGEST_GROUP + "})(?=.)", "$1 ");
    }

    private static String minute(Instant moment) {
        return moment.atZone(ZONE).format(MINUTE);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
