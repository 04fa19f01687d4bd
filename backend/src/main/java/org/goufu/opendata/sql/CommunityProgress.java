package org.goufu.opendata.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far communities of one kind are from the plan's target (domain.md 7.8).
 *
 * @param communities all that exist, with or without an organization
 * @param active active community organizations in them
 * @param target how many there are to be in each, on average
 * @param average with two decimals; null where no such community exists
 * @param gap how many active ones are missing to reach the target on average
 * @param spread how many communities have how many active ones
 */
public record CommunityProgress(
        int communities, int active, int target, @Nullable BigDecimal average, int gap, Spread spread) {
    /** Communities with none, one to three, four to six, seven to eleven, and twelve or more. */
    public record Spread(int none, int upTo3, int upTo6, int upTo11, int from12) {}

    /** @param spread its {@code none} is what the others leave of the communities */
    static CommunityProgress of(int communities, int active, int target, Spread spread) {
        int some = spread.upTo3 + spread.upTo6 + spread.upTo11 + spread.from12;
        var average = communities == 0
                ? null
                : BigDecimal.valueOf(active).divide(BigDecimal.valueOf(communities), 2, RoundingMode.HALF_UP);
        return new CommunityProgress(
                communities,
                active,
                target,
                average,
                Math.max(0, target * communities - active),
                new Spread(Math.max(0, communities - some), spread.upTo3, spread.upTo6, spread.upTo11, spread.from12));
    }
}
