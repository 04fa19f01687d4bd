package org.goufu.matching.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When something is judged: facts that held on the day, as far as the platform knew them at the instant.
 *
 * <p>A verdict can be recomputed as of its moment, to the same bytes (product.md 4).
 */
public record Moment(LocalDate day, Instant known) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static Moment of(Instant instant) {
        return new Moment(LocalDate.ofInstant(instant, ZONE), instant);
    }
}
