package org.goufu.matching;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.matching.usecase.Matches;

class InMemoryMatchesTests extends MatchesContract {
    private final InMemoryMatches matches = new InMemoryMatches();

    @Override
    protected Matches matches() {
        return matches;
    }

    @Override
    protected Set<UUID> open(UUID lotId) {
        return matches.of(lotId).stream().map(match -> match.body().id()).collect(Collectors.toSet());
    }
}
