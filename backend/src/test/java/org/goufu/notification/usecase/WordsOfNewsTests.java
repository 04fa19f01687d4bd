package org.goufu.notification.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.bidding.OpeningNews;
import org.goufu.evaluation.EvaluationNews;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Reminder;
import org.goufu.platform.http.Texts;
import org.junit.jupiter.params.ParameterizedTest;
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
