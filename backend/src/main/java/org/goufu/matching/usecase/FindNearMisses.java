package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.LotShelf;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Matchmaker;
import org.goufu.matching.domain.Moment;
import org.goufu.matching.domain.NearMiss;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds open lots that a body fits and to which one thing is missing. */
@Component
public class FindNearMisses {
    /** The newest lots of its categories: enough to be useful, few enough to be judged at once. */
    private static final int MOST_LOTS = 500;

    private final Dossiers dossiers;
    private final Matches matches;
    private final BusinessClock clock;

    public FindNearMisses(Dossiers dossiers, Matches matches, BusinessClock clock) {
        this.dossiers = dossiers;
        this.matches = matches;
        this.clock = clock;
    }

    /** A lot with the miss. */
    public record Missed(PublishedLot lot, NearMiss miss) {
        public int score() {
            return miss.match().score();
        }
    }

    /** Best first. */
    public Mono<List<Missed>> of(UUID bodyId) {
        return Mono.zip(clock.now(), dossiers.withStreet(bodyId))
                .flatMap(both -> misses(both.getT2(), both.getT1()))
                .defaultIfEmpty(List.of());
    }

    private Mono<List<Missed>> misses(Dossier dossier, Instant now) {
        return matches.openLots(LotShelf.categories(dossier), MOST_LOTS)
                .flatMapIterable(lot -> new Matchmaker(LotTerms.of(lot))
                        .nearMiss(dossier, Moment.of(now)).stream()
                                .map(miss -> new Missed(lot, miss))
                                .toList())
                .sort(Comparator.comparingInt(Missed::score)
                        .reversed()
                        .thenComparing(missed -> missed.lot().id()))
                .collectList();
    }
}
