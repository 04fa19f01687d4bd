package org.goufu.platform.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.goufu.kernel.RecentlyUsed;

/**
 * One token bucket for each caller.
 *
 * <p>Only so many callers are remembered; the one that was quiet longest is forgotten first, and a bucket that long unused would
 * be full again anyway.
 */
public final class Buckets {
    private static final int LARGEST = 50_000;

    private final Bandwidth bandwidth;
    private final Map<String, Bucket> buckets = new RecentlyUsed<>(LARGEST);

    /**
     * @param perMinute how many come back in a minute, evenly
     * @param atOnce how many a full bucket holds
     */
    public Buckets(int perMinute, int atOnce) {
        this.bandwidth = Bandwidth.builder()
                .capacity(atOnce)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build();
    }

    /** Takes one; answers zero, or after how many seconds there is one again. */
    public int take(String caller) {
        var probe = of(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    /** Takes none; answers zero, or after how many seconds there is one again. */
    public int peek(String caller) {
        var probe = of(caller).estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    private static int seconds(long nanos) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }

    private Bucket of(String caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    caller, fresh -> Bucket.builder().addLimit(bandwidth).build());
        }
    }
}
