package org.goufu.federation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A moment of the business clock with its day in China. */
public record Now(Instant at, LocalDate day) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static Now of(Instant at) {
        return new Now(at, LocalDate.ofInstant(at, ZONE));
    }
}
