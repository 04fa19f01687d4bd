package org.goufu.matching.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.GoufuIT;
import org.goufu.kernel.Ids;
import org.goufu.matching.Eligibility;
import org.goufu.matching.MatchesContract;
import org.goufu.matching.domain.Match;
import org.goufu.matching.sql.MatchQueries.After;
import org.goufu.matching.sql.MatchQueries.Row;
import org.goufu.matching.usecase.Matches;
import org.goufu.purchase.PublishedLot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class SqlMatchesIT extends MatchesContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Autowired
    private Matches matches;

    @Autowired
    private MatchQueries queries;

    @Override
    protected Matches matches() {
        return matches;
    }

    @Override
    protected Set<UUID> open(UUID lotId) {
        return queries.ofLot(lotId, null, After.START, 100)
                .map(row -> row.body().id())
                .collect(Collectors.toSet())
                .block(LIMIT);
    }

    /** Written, judged again with the same result, changed, closed and found again: every moment in between keeps its answer. */
    @Test
    void whatWasOnRecordThenIsTold() {
        var lot = kept();
        var body = Ids.next();
        var first = match(lot, body, true);
        var weaker = new Match(
                first.lotId(),
                first.route(),
                first.body(),
                first.kind(),
                first.bidder(),
                Eligibility.ELIGIBLE_WITH_GAPS,
                400,
                true,
                first.reasons(),
                first.members());
        judge(1, first);
        judge(2, first);
        judge(3, weaker);
        matches.closeOthersOfBodies(List.of(body), at(5)).block(LIMIT);
        judge(7, first);
        assertThat(scores(lot, 0)).isEmpty();
        assertThat(scores(lot, 1)).containsExactly(500);
        assertThat(scores(lot, 2)).containsExactly(500);
        assertThat(scores(lot, 3)).containsExactly(400);
        assertThat(scores(lot, 4)).containsExactly(400);
        assertThat(scores(lot, 5)).isEmpty();
        assertThat(scores(lot, 6)).isEmpty();
        assertThat(scores(lot, 7)).containsExactly(500);
    }

    private void judge(int second, Match match) {
        matches.write(List.of(match), at(second)).block(LIMIT);
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }

    private List<Integer> scores(PublishedLot lot, int second) {
        return queries.ofLotAsOf(lot.id(), null, at(second), After.START, 100)
                .map(Row::score)
                .collectList()
                .block(LIMIT);
    }
}
