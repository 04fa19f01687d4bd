package org.goufu.bidding.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.goufu.bidding.domain.AllocationPart.Amount;
import org.goufu.bidding.domain.AllocationPart.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTests {
    private static final UUID GROUP = UUID.fromString("01940000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01940000-0000-7000-8000-000000000002");
    private static final Roster ROSTER = new Roster(
            new UUID(7, 1),
            new UUID(7, 2),
            3_334,
            1_000,
            List.of(new Part(OTHER, "送餐", "每日三十份", 2_833), new Part(GROUP, "回访", "每月一次", 2_833)),
            1);
    private static final String HASH = ROSTER.document().hash();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void amountsSumToThePriceAndNobodyIsAFenOff(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var shares = shares(random);
            long price = random.nextBoolean() ? random.nextLong(1_000) : random.nextLong(100_000_000_000_000L);

            var amounts = Allocation.of(price, shares);

            assertThat(amounts.stream().mapToLong(Long::longValue).sum()).isEqualTo(price);
            for (int i = 0; i < shares.size(); i++) {
                var exact = price * (double) shares.get(i) / Roster.WHOLE;
                assertThat(Math.abs(amounts.get(i) - exact)).isLessThan(1 + exact * 1e-12);
            }
        }
    }

    /** Cuts the whole at random places. */
    private static List<Integer> shares(Random random) {
        var cuts = new ArrayList<Integer>(List.of(0, Roster.WHOLE));
        for (int i = random.nextInt(12); i > 0; i--) cuts.add(random.nextInt(Roster.WHOLE + 1));
        Collections.sort(cuts);
        var shares = new ArrayList<Integer>();
        for (int i = 1; i < cuts.size(); i++) shares.add(cuts.get(i) - cuts.get(i - 1));
        return shares;
    }

    @Test
    void theLargestRemaindersGetTheFenThatAreLeft() {
        assertThat(Allocation.of(100, List.of(3_334, 3_333, 3_333))).containsExactly(34L, 33L, 33L);
        assertThat(Allocation.of(1, List.of(5_000, 5_000))).containsExactly(1L, 0L);
        assertThat(Allocation.of(0, List.of(5_000, 5_000))).containsExactly(0L, 0L);
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.of(1, List.of(9_999)));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.of(-1, List.of(10_000)));
    }

    private static AllocationPart allocation(long own, long fee, long group, long other) {
        return new AllocationPart(
                HASH,
                3_334,
                own,
                1_000,
                fee,
                List.of(new Amount(GROUP, 2_833, group), new Amount(OTHER, 2_833, other)));
    }

    private static final Map<UUID, Long> CAPS = Map.of(GROUP, 300_000L, OTHER, 300_000L);

    @Test
    void whatAddsUpToThePriceIsGood() {
        assertThat(allocation(333_400, 100_000, 283_300, 283_300).check(1_000_000, HASH, ROSTER.division(), CAPS))
                .isEmpty();
    }

    @Test
    void aFenTooMuchOrInTheWrongPlaceIsFound() {
        assertThat(allocation(333_400, 100_000, 283_300, 283_301).check(1_000_000, HASH, ROSTER.division(), CAPS))
                .contains(Fault.SUM_WRONG);
        assertThat(allocation(333_400, 100_000, 283_299, 283_301).check(1_000_000, HASH, ROSTER.division(), CAPS))
                .contains(Fault.AMOUNT_WRONG);
        assertThat(allocation(Long.MAX_VALUE, Long.MAX_VALUE, 2, 0).check(0, HASH, ROSTER.division(), CAPS))
                .contains(Fault.SUM_WRONG);
    }

    @Test
    void whatTheGroupsDidNotReadIsFound() {
        var good = allocation(333_400, 100_000, 283_300, 283_300);
        assertThat(good.check(1_000_000, "0".repeat(64), ROSTER.division(), CAPS))
                .contains(Fault.OTHER_ROSTER);
        var shifted = new AllocationPart(
                HASH,
                3_334,
                333_400,
                1_000,
                100_000,
                List.of(new Amount(GROUP, 2_832, 283_200), new Amount(OTHER, 2_834, 283_400)));
        assertThat(shifted.check(1_000_000, HASH, ROSTER.division(), CAPS)).contains(Fault.OTHER_ROSTER);
    }

    /** Each word by itself: what the groups read is one text, with one division of the price. */
    @Test
    void everyPartOfTheDivisionIsHeldAgainstTheRoster() {
        var good = allocation(333_400, 100_000, 283_300, 283_300);
        var agreed = ROSTER.division();
        var other = "1".repeat(64);
        for (var division : List.of(
                new Division(other, agreed.ownShare(), agreed.fee(), agreed.bodies(), agreed.shares()),
                new Division(HASH, agreed.ownShare() - 1, agreed.fee(), agreed.bodies(), agreed.shares()),
                new Division(HASH, agreed.ownShare(), agreed.fee() - 1, agreed.bodies(), agreed.shares()),
                new Division(HASH, agreed.ownShare(), agreed.fee(), List.of(GROUP, new UUID(7, 9)), agreed.shares()),
                new Division(HASH, agreed.ownShare(), agreed.fee(), agreed.bodies(), List.of(2_832, 2_834)))) {
            assertThat(good.check(1_000_000, HASH, division, CAPS)).contains(Fault.OTHER_ROSTER);
        }
        var ofAnother = new AllocationPart(other, 3_334, 333_400, 1_000, 100_000, good.parts());
        assertThat(ofAnother.check(1_000_000, HASH, agreed, CAPS)).contains(Fault.OTHER_ROSTER);
    }

    @Test
    void anAmountAboveTheMandateIsFound() {
        var good = allocation(333_400, 100_000, 283_300, 283_300);
        assertThat(good.check(1_000_000, HASH, ROSTER.division(), Map.of(GROUP, 283_300L, OTHER, 283_300L)))
                .isEmpty();
        assertThat(good.check(1_000_000, HASH, ROSTER.division(), Map.of(GROUP, 283_299L, OTHER, 283_300L)))
                .contains(Fault.MANDATE_EXCEEDED);
        assertThat(good.check(1_000_000, HASH, ROSTER.division(), Map.of(GROUP, 283_300L)))
                .contains(Fault.MANDATE_EXCEEDED);
    }
}
