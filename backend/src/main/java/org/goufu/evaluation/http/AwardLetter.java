package org.goufu.evaluation.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.goufu.evaluation.sql.EvaluationQueries.Letter;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** 中标（成交）通知书, as a sheet of paper (政府采购法 第46条); every value is escaped, and there is neither script nor inline style. */
final class AwardLetter {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int DAYS_TO_SIGN = 30;
    private static final long FEN = 100;

    private AwardLetter() {}

    static String of(Letter letter) {
        var result = letter.result();
        var winner = result.winner();
        var won = result.method().outcomeWord();
        var name = won + "通知书";
        return """
                <!doctype html>
                <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title><link rel="stylesheet" href="/forms.css"></head><body><main>
                <header><p class="kind">%s</p><h1>%s</h1></header>
                <section><h2>%s：</h2><dl>
                <div><dt>采购项目</dt><dd><p>%s</p></dd></div>
                <div><dt>采购包</dt><dd><p>%s</p></dd></div>
                <div><dt>%s金额</dt><dd><p>%s</p></dd></div>
                %s%s
                <div><dt>签订合同</dt><dd><p>请在本通知书发出之日起%d日内，按照采购文件和响应文件与采购人签订合同，不得另行订立背离实质性内容的协议。</p></dd></div>
                <div><dt>法律效力</dt><dd><p>本通知书对采购人和供应商均具有法律效力。通知书发出后，采购人改变结果，或者供应商放弃%s项目的，依法承担法律责任（《政府采购法》第四十六条）。</p></dd></div>
                </dl></section>
                <div class="signature"><p>%s</p><p>%s</p></div>
                <footer><p>评审结果摘要（SHA-256）：<span class="digest">%s</span></p></footer>
                </main></body></html>
                """.formatted(
                        name,
                        escaped(result.department().name()),
                        name,
                        escaped(winner.name()),
                        escaped(project(letter.notice())),
                        escaped(result.title()),
                        won,
                        yuan(winner.priceFen()),
                        consortium(letter),
                        official(letter.official()),
                        DAYS_TO_SIGN,
                        won,
                        escaped(result.department().name()),
                        day(result.decidedAt()),
                        letter.digest().replaceAll("(.{4})(?=.)", "$1 "));
    }

    /** 政府采购法 第24条: all sign the contract, each is liable for the whole. */
    private static String consortium(Letter letter) {
        var result = letter.result();
        var winner = result.winner().bid();
        var members = result.bids().stream()
                .filter(bid -> bid.id().equals(winner))
                .flatMap(bid -> bid.consortium().stream())
                .map(member -> "<p>%s（占 %s%%）：%s</p>"
                        .formatted(escaped(member.name()), percent(member.share()), escaped(member.work())))
                .toList();
        return members.isEmpty() ? "" : """
                <div><dt>联合体成员及分工</dt><dd>%s</dd></div>
                <div><dt>共同签订</dt><dd><p>联合体各方应当共同与采购人签订合同，就合同约定的事项对采购人承担连带责任（《政府采购法》第二十四条）。列在首位的是牵头人。</p></dd></div>
                """.formatted(String.join("", members));
    }

    /** Above the purchase limit the statutory medium published the result first (product.md 12). */
    private static String official(@Nullable OfficialPublication official) {
        if (official == null) return "";
        var at = official.publishedAt();
        return """
                <div><dt>结果公告</dt><dd><p>已在%s公布，公告编号 %s%s。</p></dd></div>
                """.formatted(
                        escaped(String.valueOf(official.medium())),
                        escaped(String.valueOf(official.noticeId())),
                        at == null ? "" : "（" + day(at) + "）");
    }

    /** The call's title without what kind of notice it is. */
    private static String project(String notice) {
        return notice.replaceFirst("\\s*(采购公告|招标公告|竞争性磋商公告|竞争性谈判公告|更正公告.*)$", "");
    }

    private static String percent(int share) {
        return BigDecimal.valueOf(share, 2).stripTrailingZeros().toPlainString();
    }

    private static String yuan(long fen) {
        return fen % FEN == 0 ? "%,d 元".formatted(fen / FEN) : "%,d.%02d 元".formatted(fen / FEN, fen % FEN);
    }

    private static String day(Instant moment) {
        return moment.atZone(ZONE).format(DAY);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
