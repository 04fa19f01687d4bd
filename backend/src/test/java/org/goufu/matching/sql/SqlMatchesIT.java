package org.goufu.matching.sql;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.GoufuIT;
import org.goufu.matching.MatchesContract;
import org.goufu.matching.sql.MatchQueries.After;
import org.goufu.matching.usecase.Matches;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class SqlMatchesIT extends MatchesContract {
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
                .block(Duration.ofSeconds(20));
    }
}
