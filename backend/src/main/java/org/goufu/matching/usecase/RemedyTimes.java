package org.goufu.matching.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.goufu.matching.domain.Remedy;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long remedies usually take, so that a near miss can say whether there is still time.
 *
 * @param remedies by act; one that is missing has no usual time
 */
@ConfigurationProperties("goufu.matching")
public record RemedyTimes(Map<Action, Usual> remedies) {

    /**
     * A usual time in calendar days.
     *
     * @param verified whether a person compared it with what offices promise
     */
    public record Usual(int days, boolean verified) {}

    /**
     * Whether a remedy can still help.
     *
     * @param usualDays null when nobody can say
     * @param inTime whether it would be done before bids close, null when nobody can say
     */
    public record Chance(
            @Nullable Integer usualDays,
            boolean verified,
            @Nullable Boolean inTime) {}

    public RemedyTimes {
        remedies = Map.copyOf(remedies);
    }

    public Chance of(Remedy remedy, Instant now, @Nullable Instant deadline) {
        if (remedy.action() == Action.WAIT) return waiting(remedy, now, deadline);
        var usual = remedies.get(remedy.action());
        if (usual == null) return new Chance(null, false, null);
        return new Chance(usual.days(), usual.verified(), before(now.plus(Duration.ofDays(usual.days())), deadline));
    }

    /** Until the first moment of the day on which it is possible: that is no estimate. */
    private static Chance waiting(Remedy remedy, Instant now, @Nullable Instant deadline) {
        var from = LocalDate.parse(Objects.requireNonNull(remedy.parameters().get("from")))
                .atStartOfDay(BusinessClock.ZONE)
                .toInstant();
        return new Chance((int) Duration.between(now, from).plusDays(1).toDays(), true, before(from, deadline));
    }

    private static boolean before(Instant done, @Nullable Instant deadline) {
        return deadline == null || done.isBefore(deadline);
    }
}
