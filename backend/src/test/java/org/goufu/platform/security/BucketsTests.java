package org.goufu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTests {
    @Test
    void givesAFullBucketAtOnceAndThenNamesTheWait() {
        var buckets = new Buckets(6, 8);
        for (int i = 0; i < 8; i++) assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isBetween(9, 10);
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void looksWithoutTaking() {
        var buckets = new Buckets(1, 1);
        assertThat(buckets.peek("a")).isZero();
        assertThat(buckets.peek("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.peek("a")).isPositive();
    }
}
