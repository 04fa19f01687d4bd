package org.goufu.matching.http;

import java.util.Map;
import java.util.UUID;
import org.goufu.matching.domain.Remedy;
import org.goufu.matching.usecase.RemedyTimes.Chance;
import org.jspecify.annotations.Nullable;

/**
 * A remedy as an act that a page can offer to the staff of a body, with its form filled in.
 *
 * @param bodyId whose staff would do it
 * @param usualDays how many days it usually takes, null when nobody can say
 * @param verified whether a person compared that with what offices promise
 * @param inTime whether it would be done before bids close, null when nobody can say
 */
record ActionView(
        Remedy.Action code,
        UUID bodyId,
        Map<String, String> parameters,
        @Nullable Integer usualDays,
        boolean verified,
        @Nullable Boolean inTime) {

    static ActionView of(Remedy remedy, Chance chance) {
        return new ActionView(
                remedy.action(),
                remedy.bodyId(),
                remedy.parameters(),
                chance.usualDays(),
                chance.verified(),
                chance.inTime());
    }
}
