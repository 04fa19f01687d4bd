package org.goufu.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.platform.time.BusinessClock;

/**
 * What the demo province is made from: the same plan always gives the same province, to the last id.
 *
 * @param firstDay the day of the first load, kept, so that a repeated step still fits the ones that were done
 */
public record DemoPlan(DemoScale scale, long seed, LocalDate firstDay) {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Random numbers of one purpose: what another purpose draws never changes them. */
    public RandomGenerator random(String purpose) {
        return new SplittableRandom(seed * 31 + purpose.hashCode());
    }

    /** An id of version 7 that looks made at the moment. */
    public static UUID id(Instant at, RandomGenerator random) {
        var high = (at.toEpochMilli() << 16) | VERSION_7 | random.nextLong(0x1000);
        return new UUID(high, (random.nextLong() >>> 2) | VARIANT);
    }

    /** The first moment of the day of the first load: everything known in the demo was known before it. */
    public Instant start() {
        return at(firstDay, LocalTime.MIDNIGHT);
    }

    /** Where the demo's days begin. */
    public static ZoneId zone() {
        return BusinessClock.ZONE;
    }

    public static int year(Instant at) {
        return at.atZone(BusinessClock.ZONE).getYear();
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessClock.ZONE).toInstant();
    }
}
