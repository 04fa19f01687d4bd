package org.goufu.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goufu.search.query.Words.Word;
import org.junit.jupiter.api.Test;

class WordsTests {
    @Test
    void wordsAreApartBySpacesOfAnyWidth() {
        assertThat(Words.of(" 社区\u3000助餐\t服务 ").wanted()).containsExactly(plain("社区"), plain("助餐"), plain("服务"));
    }

    @Test
    void quotesOfAnyKindMakeAPhrase() {
        assertThat(Words.of("\"社区 助餐\"").wanted()).containsExactly(exact("社区 助餐"));
        assertThat(Words.of("“社区长者食堂”助餐").wanted()).containsExactly(exact("社区长者食堂"), plain("助餐"));
        assertThat(Words.of("＂助餐＂").wanted()).containsExactly(exact("助餐"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsPlainText() {
        assertThat(Words.of("\"社区 助餐").wanted()).containsExactly(plain("社区"), plain("助餐"));
    }

    @Test
    void aMinusExcludesOnlyAtTheBeginningOfAWord() {
        var words = Words.of("养老 -助餐 -\"日间 照料\" a-b - －送餐");
        assertThat(words.wanted()).containsExactly(plain("养老"), plain("a-b"));
        assertThat(words.unwanted()).containsExactly(plain("助餐"), exact("日间 照料"), plain("送餐"));
    }

    @Test
    void nothingElseHasAMeaning() {
        assertThat(Words.of("a:b AND title:* (x OR y)~2 +z^3").wanted())
                .extracting(Word::text)
                .containsExactly("a:b", "and", "title:*", "(x", "or", "y)~2", "+z^3");
    }

    @Test
    void fullWidthAndTraditionalCharactersAreFolded() {
        assertThat(Words.of("ＰＰＰ　養老服務").wanted()).containsExactly(plain("ppp"), plain("养老服务"));
    }

    @Test
    void punctuationAloneLooksForNothing() {
        assertThat(Words.of("？ !! *").isVoid()).isTrue();
        assertThat(Words.of("  ").isVoid()).isFalse();
        assertThat(Words.of("助餐 ？").wanted()).isEqualTo(List.of(plain("助餐")));
    }

    private static Word plain(String text) {
        return new Word(text, false);
    }

    private static Word exact(String text) {
        return new Word(text, true);
    }
}
