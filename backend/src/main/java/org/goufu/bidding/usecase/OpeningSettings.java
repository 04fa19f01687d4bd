package org.goufu.bidding.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What no law fixes about openings.
 *
 * @param sealCheck how long bidders may look at the seal before anything is opened (招标投标法 36); shorter when all have looked
 * @param remedy how long a bidder has to mend what was not its fault (电子招标投标办法 31)
 */
@ConfigurationProperties("goufu.bidding.opening")
public record OpeningSettings(Duration sealCheck, Duration remedy) {}
