package org.goufu.matching.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.goufu.matching.http.EligibilityView.ThroughView;
import org.goufu.platform.http.Texts;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws an answer as one sheet of A4: who asked for what, each verdict with what it rests on, and in the footer the digest with the
 * address under which anybody who may see it can have it computed again.
 *
 * <p>Every value is escaped, and the sheet carries neither script nor inline style, so it lives under the strictest policy. Of several
 * federations the best is written out and the others are named, so that one sheet is enough.
 */
@Component
class EligibilitySheet {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int DIGEST_GROUP = 4;

    private final Texts texts;
    private final String publicAddress;

    EligibilitySheet(Texts texts, @Value("${goufu.public-address:}") String publicAddress) {
        this.texts = texts;
        this.publicAddress = publicAddress;
    }

    String of(EligibilityView answer, Locale locale) {
        return new Drawing(locale).of(answer);
    }

    /** One sheet in one language. */
    private final class Drawing {
        private final Locale locale;
        private final StringBuilder html = new StringBuilder(8192);

        private Drawing(Locale locale) {
            this.locale = locale;
        }

        private String of(EligibilityView answer) {
            head(answer);
            asked(answer);
            table(word("sheet.own"), answer.verdicts());
            answer.through().stream()
                    .limit(1)
                    .forEach(through ->
                            table(word("sheet.through", through.federation().name()), through.verdicts()));
            others(answer.through());
            footer(answer);
            return html.append("</main></body></html>\n").toString();
        }

        private void head(EligibilityView answer) {
            html.append("<!doctype html>\n<html lang=\"")
                    .append(locale.toLanguageTag())
                    .append("\"><head><meta charset=\"utf-8\">")
                    .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                    .append(escaped(word("sheet.title")))
                    .append("</title><link rel=\"stylesheet\" href=\"/forms.css\"></head><body class=\"sheet\"><main>")
                    .append("<header><h1>")
                    .append(escaped(word("sheet.title")))
                    .append("</h1><p class=\"number\">")
                    .append(escaped(word("sheet.as-of", second(answer.asOf()))))
                    .append("</p></header>\n");
        }

        private void asked(EligibilityView answer) {
            var lot = answer.lot();
            html.append("<dl>");
            field("sheet.body", answer.body().name());
            field("sheet.lot", lot.noticeTitle() + " · " + word("sheet.lot-number", lot.number(), lot.title()));
            field("sheet.department", lot.department().name());
            if (lot.deadline() != null) field("sheet.deadline", second(lot.deadline()));
            field("sheet.conclusion", word("sheet.eligibility." + answer.eligibility()));
            html.append("</dl>\n");
        }

        private void field(String key, String value) {
            html.append("<div><dt>")
                    .append(escaped(word(key)))
                    .append("</dt><dd>")
                    .append(escaped(value))
                    .append("</dd></div>");
        }

        private void table(String caption, List<VerdictView> verdicts) {
            html.append("<table><caption>").append(escaped(caption)).append("</caption><thead><tr>");
            for (var column : List.of("requirement", "verdict", "fact", "rule")) {
                html.append("<th scope=\"col\">")
                        .append(escaped(word("sheet." + column)))
                        .append("</th>");
            }
            html.append("</tr></thead><tbody>");
            verdicts.forEach(this::row);
            html.append("</tbody></table>\n");
        }

        private void row(VerdictView verdict) {
            html.append("<tr><th scope=\"row\">")
                    .append(escaped(verdict.requirement().text()))
                    .append("</th><td>")
                    .append(escaped(word("sheet.verdict." + verdict.verdict())))
                    .append("</td><td>")
                    .append(escaped(verdict.fact()));
            verdict.citations().forEach(this::citation);
            html.append("</td><td>").append(escaped(verdict.rule()));
            if (verdict.remedy() != null) {
                html.append("<p class=\"remedy\">→ ")
                        .append(escaped(verdict.remedy()))
                        .append(escaped(chance(verdict.action())))
                        .append("</p>");
            }
            html.append("</td></tr>");
        }

        /** Whether there is still time for it. */
        private String chance(@Nullable ActionView action) {
            if (action == null || action.usualDays() == null || action.inTime() == null) return "";
            return word(action.inTime() ? "sheet.in-time" : "sheet.late", action.usualDays());
        }

        private void citation(CitationView citation) {
            html.append("<p class=\"cited\">").append(escaped(citation.kindName()));
            if (citation.source() != null) html.append(" · ").append(escaped(citation.source()));
            if (citation.from() != null) {
                html.append(" · ").append(escaped(days(citation.from(), citation.to())));
            }
            html.append("</p>");
        }

        private String days(LocalDate from, @Nullable LocalDate to) {
            return to == null
                    ? word("sheet.since", from.toString())
                    : word("sheet.days", from.toString(), to.toString());
        }

        private void others(List<ThroughView> through) {
            if (through.size() < 2) return;
            var named = through.stream()
                    .skip(1)
                    .map(other -> other.federation().name() + " " + word("sheet.eligibility." + other.eligibility()))
                    .collect(Collectors.joining("；"));
            html.append("<p>").append(escaped(word("sheet.others", named))).append("</p>\n");
        }

        private void footer(EligibilityView answer) {
            var address = publicAddress + "/lots/" + answer.lot().id() + "/eligibility?organization="
                    + answer.body().id() + "&asOf=" + answer.asOf();
            html.append("<footer><p>")
                    .append(escaped(word("sheet.note")))
                    .append("</p><p>")
                    .append(escaped(word("sheet.digest")))
                    .append(" <span class=\"digest\">")
                    .append(grouped(answer.digest()))
                    .append("</span></p><p>")
                    .append(escaped(word("sheet.address", address)))
                    .append("</p></footer>\n");
        }

        private String word(String key, Object... arguments) {
            return texts.text(key, locale, arguments);
        }
    }

    private static String grouped(String digest) {
        return digest.replaceAll("(.{" + DIGEST_GROUP + "})(?=.)", "$1 ");
    }

    private static String second(Instant moment) {
        return moment.atZone(BusinessClock.ZONE).format(SECOND);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
