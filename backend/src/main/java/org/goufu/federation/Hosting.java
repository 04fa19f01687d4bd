package org.goufu.federation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A federation answers for what a filed group carries out (domain.md 2.4, I1); agreed by both.
 *
 * @param scope the project, or the kind of work
 * @param to last day
 */
public record Hosting(UUID groupId, UUID federationId, String scope, LocalDate from, LocalDate to) {
    public boolean standsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
