package org.goufu.matching.domain;

import java.util.ArrayList;
import java.util.List;
import org.goufu.search.Capabilities.Pool;

/**
 * About how many could take part in a purchase that is being written; rounded, so that nobody is recognised in it.
 *
 * @param direct legal persons by themselves
 * @param groups through federations
 * @param federations that would sign for them
 * @param costs of each requirement alone, in the order of the requirements
 */
public record PoolEstimate(long direct, long groups, long federations, List<Cost> costs) {

    /**
     * Who would be lost, or would still have to show something, by one requirement alone.
     *
     * @param share of all who fit, 0 to 1, in steps of 0.05
     */
    public record Cost(int index, long direct, long groups, long federations, double share) {}

    private static final int STEPS = 20;

    public PoolEstimate {
        costs = List.copyOf(costs);
    }

    /** From the pool without requirements, the pool with all of them, and the pool with each of them alone. */
    public static PoolEstimate of(List<Pool> pools) {
        var everybody = pools.get(0);
        var left = pools.get(1);
        var costs = new ArrayList<Cost>();
        for (int i = 2; i < pools.size(); i++) costs.add(cost(i - 2, everybody, pools.get(i)));
        return new PoolEstimate(rounded(left.direct()), rounded(left.groups()), rounded(left.federations()), costs);
    }

    private static Cost cost(int index, Pool everybody, Pool sure) {
        long all = everybody.direct() + everybody.groups();
        long lost = all - sure.direct() - sure.groups();
        return new Cost(
                index,
                rounded(everybody.direct() - sure.direct()),
                rounded(everybody.groups() - sure.groups()),
                rounded(everybody.federations() - sure.federations()),
                all == 0 ? 0 : (double) Math.round((double) lost / all * STEPS) / STEPS);
    }

    /** 5 for anything below ten, then the nearest 5, 10 and 50. */
    static long rounded(long count) {
        if (count < 10) return 5;
        if (count < 100) return nearest(count, 5);
        return count < 1_000 ? nearest(count, 10) : nearest(count, 50);
    }

    private static long nearest(long count, long step) {
        return (count + step / 2) / step * step;
    }
}
