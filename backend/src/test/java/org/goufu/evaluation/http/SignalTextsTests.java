package org.goufu.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.goufu.evaluation.domain.signal.Signal.Kind;
import org.goufu.platform.http.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every signal says what was found and which clause it is evidence for, in both languages. */
class SignalTextsTests {
    private final Texts texts = new Texts();

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsWords(Kind kind) {
        var code = "signal." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            var said = texts.text(code, locale, "甲", "乙", "丙");
            var clause = texts.text("signal.clause." + kind.clause(), locale);
            assertThat(said).isNotBlank().doesNotContain("{", "''");
            assertThat(texts.text("signal.article", locale, clause)).contains(clause);
            assertThat(texts.text("signal.article.other", locale, clause)).contains(clause);
        }
        assertThat(texts.text(code, Locale.ENGLISH, "甲", "乙", "丙"))
                .isNotEqualTo(texts.text(code, Locale.SIMPLIFIED_CHINESE, "甲", "乙", "丙"));
    }
}
