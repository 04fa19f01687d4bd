package org.goufu.notification.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpeningNews;
import org.goufu.bidding.PartsInBids.PartInBid;
import org.goufu.bidding.SigningKeyNews;
import org.goufu.evaluation.EvaluationNews;
import org.goufu.evaluation.LotAwarded;
import org.goufu.kernel.Named;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Reminder;
import org.goufu.platform.http.Texts;
import org.goufu.purchase.PortalResultNews;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every piece of news has its words in both languages. */
class WordsOfNewsTests {
    private static final UUID LOT = new UUID(1, 1);
    private static final Instant TIME = Instant.parse("2026-12-01T02:00:00Z");

    private final Texts texts = new Texts();

    private void isSaid(Phrase phrase) {
        for (var locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            var arguments = phrase.arguments().toArray();
            var said = texts.text(phrase.code(), locale, arguments);
            assertThat(said).isNotBlank().doesNotContain("{0}", "{1}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofOpenings(OpeningNews.What what) {
        isSaid(TellOpenings.phrase(new OpeningNews("1", LOT, LOT, "助餐", what, List.of(LOT), TIME, 3)));
    }

    /** A group reads which federation won, what it does, and for how much. */
    @ParameterizedTest
    @CsvSource({"3, “联合会”中标（成交）。贵团队的部分：送餐，占合同价款 30.5%，27450 元", "4, “联合会”这次没有中标（成交）。列有贵团队的部分：送餐，占总报价 30.5%，27450 元"})
    void ofResults(long winner, String words) {
        var federation = new UUID(3, 3);
        var part = new PartInBid(
                LOT, LOT, new Named(federation, "联合会"), OpenedBid.Outcome.OPENED, "ab", "送餐", 3_050, 2_745_000L);
        var won = new UUID(winner, winner);
        var event = new LotAwarded(LOT, LOT, "助餐", won, List.of(won), List.of(won, federation), List.of(LOT));
        var phrase = TellResults.phrase(event, part);
        isSaid(phrase);
        assertThat(texts.text(phrase.code(), Locale.CHINA, phrase.arguments().toArray()))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void ofPortalResults(PortalResultNews.What what) {
        isSaid(TellPortalResults.phrase(
                new PortalResultNews("1", LOT, LOT, LOT, "社工站", what, LOT, List.of(LOT), "金额不对")));
    }

    @ParameterizedTest
    @EnumSource
    void ofSigningKeys(SigningKeyNews.What what) {
        isSaid(TellSigningKeys.phrase(new SigningKeyNews(LOT, LOT, what, "张三")));
    }

    @ParameterizedTest
    @EnumSource
    void ofDeadlines(Reminder reminder) {
        isSaid(Phrase.of("told.deadline." + reminder.word(), "12月15日 10:00"));
    }

    @ParameterizedTest
    @EnumSource
    void ofEvaluations(EvaluationNews.What what) {
        isSaid(TellEvaluations.phrase(new EvaluationNews("1", LOT, LOT, "助餐", what, List.of(LOT), TIME, "理由")));
        assertThat(TellEvaluations.place(what)).isNotNull();
    }
}
