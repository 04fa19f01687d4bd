package org.goufu.bidding.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Turns shares of a price into amounts that sum to it, to the fen. */
public final class Allocation {
    private Allocation() {}

    /**
     * By the largest remainder: each gets what its share comes to, rounded down, and the fen that are left go one by one to the
     * largest remainders, the first of equal ones first.
     *
     * @param shares in hundredths of a percent, which must sum to the whole
     */
    public static List<Long> of(long priceFen, List<Integer> shares) {
        if (priceFen < 0 || shares.stream().mapToLong(Integer::longValue).sum() != Roster.WHOLE) {
            throw new IllegalArgumentException("shares that are not the whole of a price");
        }
        var whole = BigInteger.valueOf(Roster.WHOLE);
        var exact = shares.stream()
                .map(share -> BigInteger.valueOf(priceFen)
                        .multiply(BigInteger.valueOf(share))
                        .divideAndRemainder(whole))
                .toList();
        var amounts = new ArrayList<>(
                exact.stream().map(parts -> parts[0].longValueExact()).toList());
        long left = priceFen - amounts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> exact.get(place)[1])
                        .reversed())
                .limit(left)
                .forEach(place -> amounts.set(place, amounts.get(place) + 1));
        return List.copyOf(amounts);
    }
}
