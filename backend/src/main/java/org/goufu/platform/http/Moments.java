package org.goufu.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.goufu.platform.time.BusinessClock;

/** Reads the ends of a period from an address: days of Asia/Shanghai, or instants. */
public final class Moments {
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LENGTH_OF_A_DAY = 10;

    private Moments() {}

    /** Fails with a {@link DateTimeException} for what is neither, or lies out of any reason. */
    public static Instant read(String value, LocalTime ofDay) {
        var moment = value.length() == LENGTH_OF_A_DAY
                ? LocalDate.parse(value)
                        .atTime(ofDay)
                        .atZone(BusinessClock.ZONE)
                        .toInstant()
                : Instant.parse(value);
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
            throw new DateTimeException("out of range: " + value);
        }
        return moment;
    }
}
