package org.goufu.search.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goufu.federation.FederationDirectory;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.DayTurns;
import org.goufu.platform.time.DayTurns.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lays out anew, once a day, the bodies of which something began or ran out since the last day, and has them matched again.
 *
 * <p>Nobody touched the registry, but what it says has changed with the date: grades, filings and mandates end, memberships begin.
 */
@Component
class DailyLayout {
    private static final Logger LOG = LoggerFactory.getLogger(DailyLayout.class);
    private static final String WORK = "search.bodies";
    private static final int AT_ONCE = 200;
    /** As the database orders them. */
    private static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;
    private final IndexBodies bodies;
    private final Indices indices;
    private final DayTurns turns;
    private final Counter turned;

    DailyLayout(
            OrganizationDirectory organizations,
            FederationDirectory federations,
            IndexBodies bodies,
            Indices indices,
            DayTurns turns,
            MeterRegistry meters) {
        this.organizations = organizations;
        this.federations = federations;
        this.bodies = bodies;
        this.indices = indices;
        this.turns = turns;
        this.turned = meters.counter("goufu.days.bodies");
    }

    /** Does nothing when today is laid out already or another instance is at it. */
    Mono<Void> catchUp() {
        return indices.laidOutOn(SearchIndex.CAPABILITIES)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(day -> turns.take(WORK, day.orElse(null)))
                .flatMap(turn -> layOut(turn)
                        .onErrorResume(failure ->
                                turns.giveBack(turn).onErrorComplete().then(Mono.error(failure))));
    }

    private Mono<Void> layOut(Turn turn) {
        return turning(turn, turn.reached())
                .expand(page -> page.size() < AT_ONCE ? Mono.empty() : turning(turn, page.getLast()))
                .filter(page -> !page.isEmpty())
                .concatMap(page -> anew(turn, page), 1)
                .reduce(0, Integer::sum)
                .doOnNext(count -> LOG.info(
                        "{} follows {}: {} bodies are laid out and matched anew", turn.today(), turn.last(), count))
                .then(indices.layOutOn(SearchIndex.CAPABILITIES, turn.today()))
                .then(turns.done(turn));
    }

    private Mono<List<UUID>> turning(Turn turn, @Nullable UUID after) {
        return Flux.merge(
                        organizations.turning(turn.last(), turn.today(), after, AT_ONCE),
                        federations.turning(turn.last(), turn.today(), after, AT_ONCE))
                .distinct()
                .sort(BY_ID)
                .take(AT_ONCE)
                .collectList();
    }

    private Mono<Integer> anew(Turn turn, List<UUID> page) {
        return bodies.of(page)
                .then(turns.reached(turn, page.getLast()))
                .doOnSuccess(done -> turned.increment(page.size()))
                .thenReturn(page.size());
    }
}
