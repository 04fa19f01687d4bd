package org.goufu.evaluation.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.goufu.evaluation.domain.signal.Bids.kinds;
import static org.goufu.evaluation.domain.signal.Bids.saying;
import static org.goufu.evaluation.domain.signal.Bids.signals;
import static org.goufu.evaluation.domain.signal.Bids.text;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.goufu.evaluation.domain.signal.Signal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 第37条第四项: texts that are abnormally alike. */
class LikenessTests {
    private static final int ALL = Integer.MAX_VALUE;
    private static final int MANY = 20_000;

    private static Shingles shingles(String text) {
        return Shingles.of(text, MANY);
    }

    /** By other means: words instead of numbers. */
    private static double jaccard(String one, String other) {
        var both = new HashSet<>(pieces(one));
        var all = new HashSet<>(pieces(one));
        both.retainAll(pieces(other));
        all.addAll(pieces(other));
        return (double) both.size() / all.size();
    }

    private static Set<String> pieces(String text) {
        var letters = text.replaceAll("[^\\p{IsHan}]", "");
        var pieces = new HashSet<String>();
        for (int i = 0; i + Shingles.LENGTH <= letters.length(); i++) {
            pieces.add(letters.substring(i, i + Shingles.LENGTH));
        }
        return pieces;
    }

    private static String mixed(Random random, String of) {
        int kept = random.nextInt(of.length());
        return of.substring(0, kept) + text(random, 300 + random.nextInt(600));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theMeasureIsTheShareOfAllPiecesAndASampleComesNear(long seed) {
        var random = new Random(seed);
        var one = text(random, 900);
        var other = mixed(random, one);
        double measured = shingles(one).likeness(shingles(other), ALL);
        assertThat(measured).isEqualTo(jaccard(one, other));
        assertThat(shingles(other).likeness(shingles(one), ALL)).isEqualTo(measured);
        assertThat(shingles(one).likeness(shingles(other), 256)).isCloseTo(measured, within(0.16));
        assertThat(shingles(one).likeness(shingles(one), ALL)).isEqualTo(1);
    }

    @Test
    void widthCaseAndWhatStandsBetweenDoNotCount() {
        var one = shingles("每日ABC助餐123份，送餐上门。");
        var other = shingles("每 日ａｂｃ助餐１２３份\n——送餐上门");
        assertThat(one.size()).isPositive();
        assertThat(one.likeness(other, ALL)).isEqualTo(1);
    }

    @Test
    void tooLittleIsLikeNothing() {
        assertThat(shingles("").likeness(shingles(""), ALL)).isZero();
        assertThat(shingles("四个字啊").size()).isZero();
        assertThat(shingles("刚好五个字").size()).isEqualTo(1);
    }

    @Test
    void theLongestStretchIsShownAsItIsWritten() {
        var one = shingles("开头不同。我们每天上午九点，准时送餐；雨雪天也一样！结尾各异");
        var other = shingles("另一种开头我们每天上午九点准时送餐，雨雪天也一样。其他");
        assertThat(one.longestSharedWith(other)).isEqualTo("我们每天上午九点，准时送餐；雨雪天也一样");
        assertThat(one.longestSharedWith(shingles("毫不相干的一段文字"))).isEmpty();
    }

    /** The last that is not shown and the first that is: a hundred pieces each, of which so many are shared. */
    @Test
    void theThresholdIsExact() {
        var random = new Random(7);
        var shared = text(random, 700).replaceAll("[，。]", "");
        for (int kept = 600; kept <= 700; kept += 10) {
            var one = shared.substring(0, kept) + text(random, 200);
            var other = shared.substring(0, kept) + text(random, 200);
            var expected = jaccard(one, other) >= 0.6;
            assertThat(Comparison.of(List.of(saying(1, one), saying(2, other)), "", 60)
                            .signals()
                            .isEmpty())
                    .as(kept + " kept")
                    .isEqualTo(!expected);
        }
    }

    @Test
    void theWordsOfTheNoticeAreEverybodys() {
        var random = new Random(11);
        var notice = text(random, 1_500);
        var one = notice + text(random, 300);
        var other = notice + text(random, 300);
        assertThat(kinds(saying(1, one), saying(2, other))).containsExactly(Kind.SIMILAR_TEXT);
        assertThat(signals(List.of(saying(1, one), saying(2, other)), notice)).isEmpty();
    }

    @Test
    void whoSaysOnlyAFewWordsSaysTooLittle() {
        var few = "我们按照要求提供助餐服务，保证质量，按时送达，服从管理。";
        assertThat(kinds(saying(1, few), saying(2, few))).isEmpty();
    }

    @Test
    void aPairIsShownWithCriterionShareAndWords() {
        var text = text(new Random(13), 400);
        var signal = signals(saying(1, text), saying(2, text)).getFirst();
        assertThat(signal.arguments()).containsExactly(Bids.PLAN, "100");
        assertThat(signal.excerpt()).startsWith(text.substring(0, 40)).endsWith("……");
    }
}
