package org.goufu.evaluation.domain;

/**
 * 低价优先法: the lowest price has all points, every other its share of it (87号令 第55条, 财库〔2014〕214号 第24条; domain.md 1.7.2).
 *
 * <p>No average is taken as the base, and neither the highest nor the lowest price is left out: the law forbids both.
 */
public final class PriceScore {
    private PriceScore() {}

    /**
     * In hundredths, rounded half up.
     *
     * @param baseFen the lowest price among the bids that are ranked
     * @param weight points of 100
     */
    public static long of(long baseFen, long priceFen, int weight) {
        if (baseFen <= 0 || priceFen < baseFen) throw new IllegalArgumentException(baseFen + " > " + priceFen);
        return Points.divided(Math.multiplyExact(baseFen, (long) weight * Points.ONE), priceFen);
    }
}
