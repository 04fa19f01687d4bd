package org.goufu.evaluation.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.signal.Bids.handledBy;
import static org.goufu.evaluation.domain.signal.Bids.id;
import static org.goufu.evaluation.domain.signal.Bids.kinds;
import static org.goufu.evaluation.domain.signal.Bids.saying;
import static org.goufu.evaluation.domain.signal.Bids.signals;

import java.util.List;
import java.util.Set;
import org.goufu.evaluation.domain.signal.Compared.File;
import org.goufu.evaluation.domain.signal.Signal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 财政部令第87号 第37条: people, numbers, addresses and files that bids of different bidders have in common. */
class MarksInCommonTests {
    private static final String ONE = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    @Test
    void oneNumberInSeveralBidsIsShownOnceWithAllOfThem() {
        var found = signals(
                saying(1, "电话13800001234"), saying(2, "请拨 138-0000-1234"), saying(3, "１３８ ００００ １２３４。"), saying(4, ""));
        assertThat(found).containsExactly(Signal.of(Kind.SAME_PHONE, List.of(id(1), id(2), id(3)), "13800001234"));
    }

    @ParameterizedTest
    @CsvSource({
        "028-85001234, 02885001234, SAME_PHONE",
        "A.Li@Example.cn, a.li@example.cn, SAME_EMAIL",
        "身份证51010219800101109X, 51010219800101109x, SAME_IDENTITY"
    })
    void numbersAreOneHoweverTheyAreWritten(String one, String other, Kind kind) {
        assertThat(kinds(saying(1, "甲：" + one + "。"), saying(2, "乙：" + other + "。")))
                .containsExactly(kind);
    }

    /** Numbers that are none: too long, too short, an identity number whose check does not fit. */
    @ParameterizedTest
    @ValueSource(strings = {"138000012345", "1380000123", "12800001234", "510102198001011090", "12345", "a@b"})
    void whatIsNoNumberIsNoSignal(String text) {
        assertThat(kinds(saying(1, text), saying(2, text))).isEmpty();
    }

    @Test
    void anIdentityNumberIsKeptAsItsLastFourOnly() {
        var found = signals(saying(1, "51010219800101109X"), saying(2, "51010219800101109X"));
        assertThat(found.getFirst().arguments()).containsExactly("109X");
    }

    @Test
    void theNumbersOfTheNoticeAreNobodys() {
        var bids = List.of(saying(1, "已致电 028-85001234"), saying(2, "已致电 028-85001234，邮箱 buyer@gov.cn"));
        assertThat(signals(bids, "联系电话：028-85001234 邮箱 buyer@gov.cn")).isEmpty();
    }

    @Test
    void oneNameThatAnswersForTwoBidsIsOnePerson() {
        assertThat(signals(saying(1, "项目负责人：何晓雨，女"), saying(2, "联系人: 何晓雨")))
                .containsExactly(Signal.of(Kind.SAME_PERSON, List.of(id(1), id(2)), "何晓雨"));
        assertThat(kinds(handledBy(1, "王平", Set.of(), ""), handledBy(2, null, Set.of("王平"), "")))
                .containsExactly(Kind.SAME_PERSON);
        assertThat(kinds(saying(1, "联系人：王平"), handledBy(2, null, Set.of("王平"), "")))
                .containsExactly(Kind.SAME_PERSON);
    }

    @Test
    void oneWhoSignsForTwoHandlesBoth() {
        assertThat(kinds(handledBy(1, "王平", Set.of(), ""), handledBy(2, "王平", Set.of(), "")))
                .containsExactly(Kind.SAME_HANDLER);
    }

    /** C01 was judged at the opening. */
    @Test
    void oneHeadOfBothIsNotSaidAgain() {
        assertThat(kinds(handledBy(1, null, Set.of("王平"), ""), handledBy(2, null, Set.of("王平"), "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"项目负责人应当具有资格", "负责人：待定", "项目经理：详见附件", "联系人：社会工作部主任一名", "负责人：李"})
    void whatIsNoNameIsNobody(String text) {
        assertThat(kinds(saying(1, text), saying(2, text))).isEmpty();
    }

    @Test
    void oneAddressIsASignalAndNothingIsSaidOfIt() {
        assertThat(signals(Bids.from(1, "m"), Bids.from(2, "m"), Bids.from(3, "n")))
                .containsExactly(Signal.of(Kind.SAME_ORIGIN, List.of(id(1), id(2))));
    }

    @Test
    void oneFileUnderAnyNameIsFound() {
        assertThat(signals(
                        Bids.with(1, new File("方案.pdf", ONE), new File("照片.jpg", OTHER)),
                        Bids.with(2, new File("我们的方案.pdf", ONE))))
                .containsExactly(Signal.of(Kind.SAME_FILE, List.of(id(1), id(2)), "我们的方案.pdf、方案.pdf"));
    }

    @Test
    void aFileTwiceInOneBidAndEmptyFilesAreNoSignal() {
        var empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assertThat(kinds(
                        Bids.with(1, new File("a", ONE), new File("b", ONE), new File("c", empty)),
                        Bids.with(2, new File("d", empty))))
                .isEmpty();
    }

    @Test
    void aBidThatNamesAnotherBidderIsMixedWithIts() {
        assertThat(signals(saying(1, "由" + Bids.name(2) + "承担"), saying(2, "由" + Bids.name(2) + "承担")))
                .containsExactly(Signal.of(Kind.OTHER_NAMED, List.of(id(1), id(2)), Bids.name(2)));
    }

    @Test
    void whomTheNoticeNamesAnybodyMayName() {
        var bids = List.of(saying(1, "参照" + Bids.name(2)), saying(2, ""));
        assertThat(signals(bids, "现服务单位：" + Bids.name(2))).isEmpty();
    }

    /** The shorter name of another is part of one's own. */
    @Test
    void onesOwnNameIsOnesOwn() {
        var longer = new Compared(
                id(1),
                Set.of(Bids.name(2) + "联合会"),
                Set.of(),
                null,
                null,
                List.of(new Compared.Answer(Bids.PLAN, Bids.name(2) + "联合会承担")),
                List.of(),
                null,
                List.of());
        assertThat(kinds(longer, saying(2, ""))).isEmpty();
    }
}
