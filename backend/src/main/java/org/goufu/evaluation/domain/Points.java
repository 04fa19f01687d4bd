package org.goufu.evaluation.domain;

/** Points are counted in whole hundredths: everybody who adds them up again gets the same last digit. */
public final class Points {
    /** Hundredths in a point. */
    public static final int ONE = 100;

    private Points() {}

    /** Half up; of what is not negative. */
    public static long divided(long dividend, long divisor) {
        if (dividend < 0 || divisor <= 0) throw new IllegalArgumentException(dividend + "/" + divisor);
        long whole = dividend / divisor;
        long rest = dividend % divisor;
        return rest >= divisor - rest ? whole + 1 : whole;
    }

    /** {@code 1336} is {@code 13.36}. */
    public static String text(long hundredths) {
        return "%d.%02d".formatted(hundredths / ONE, hundredths % ONE);
    }
}
