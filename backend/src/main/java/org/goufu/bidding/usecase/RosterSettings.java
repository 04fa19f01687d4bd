package org.goufu.bidding.usecase;

import org.goufu.bidding.domain.Roster.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a federation must do itself and may keep for managing, in percent of the price (domain.md 2.4, I3).
 *
 * @param leastOwnShare 0 to 100
 * @param mostFee 0 to 100
 */
@ConfigurationProperties("goufu.roster")
public record RosterSettings(int leastOwnShare, int mostFee) {
    private static final int PERCENT = 100;

    public Limits limits() {
        return new Limits(leastOwnShare * PERCENT, mostFee * PERCENT);
    }
}
