package org.goufu.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goufu.search.index.Pinyin;
import org.junit.jupiter.api.Test;

class TypingTests {
    @Test
    void lettersAreTakenApartIntoSyllablesInEveryWay() {
        assertThat(Syllables.of("zhucan")).contains(List.of("zhu", "can"));
        assertThat(Syllables.of("xian")).containsExactly(List.of("xian"), List.of("xi", "an"));
        assertThat(Syllables.of("lvhua")).contains(List.of("lv", "hua"));
    }

    @Test
    void firstLettersAreNoSyllables() {
        assertThat(Syllables.of("zc")).isEmpty();
        assertThat(Syllables.of("sqzc")).isEmpty();
        assertThat(Syllables.of("ng")).isEmpty();
    }

    @Test
    void theLastSyllableMayBeUnfinished() {
        assertThat(Syllables.begun("zhuc")).contains(List.of("zhu", "c"));
        assertThat(Syllables.begun("z")).contains(List.of("z"));
    }

    @Test
    void everyReadingOfACharacterFindsIt() {
        assertThat(Pinyin.spellings("长者")).contains("zhangzhe", "changzhe");
        assertThat(Pinyin.syllables("长者食堂")).contains("zhang zhe", "shi tang");
        assertThat(Pinyin.syllables("重庆乐山")).contains("chong qing", "le shan");
        assertThat(Pinyin.syllables("人民调解")).contains("tiao jie");
    }

    @Test
    void punctuationDoesNotPartNeighboursButLatinWordsDo() {
        assertThat(Pinyin.initials("“长者食堂”助餐")).contains("tz", "zc");
        assertThat(Pinyin.syllables("助PPP餐")).contains("zhu", "can").doesNotContain("zhu can");
    }

    @Test
    void synonymsReplaceAWordOrTheFirstTermInIt() {
        assertThat(Synonyms.of("老年食堂")).contains("助餐", "长者食堂").doesNotContain("老年食堂", "养老食堂");
        assertThat(Synonyms.of("社区助餐服务")).contains("社区送餐服务");
        assertThat(Synonyms.of("社工站")).containsExactly("社会工作服务站");
        assertThat(Synonyms.of("ngo")).contains("社会组织");
        assertThat(Synonyms.of("道路")).isEmpty();
    }

    @Test
    void titlesAreMarkedWhereTheyAreTyped() {
        var title = "<b>“长者食堂”助餐</b>";
        assertThat(TypedHighlight.of(title, Words.of("zhucan"))).isEqualTo("&lt;b&gt;“长者食堂”<em>助餐</em>&lt;&#x2F;b&gt;");
        assertThat(TypedHighlight.of(title, Words.of("zc"))).contains("<em>助餐</em>");
        assertThat(TypedHighlight.of(title, Words.of("yanglao"))).isNull();
    }
}
