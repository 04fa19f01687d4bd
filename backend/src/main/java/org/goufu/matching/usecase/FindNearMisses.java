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
import org.goufu.matching.usecase.RemedyTimes.Chance;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds open lots that a body fits and to which one thing is missing. */
@Component
public class FindNearMisses {
    /** The newest lots of its categories: enough to be useful, few enough to be judged at once. */
    private static final int MOST_LOTS = 500;

    private final DossierOnRecord dossiers;
    private final Matches matches;
    private final RemedyTimes times;
    private final BusinessClock clock;

    public FindNearMisses(DossierOnRecord dossiers, Matches matches, RemedyTimes times, BusinessClock clock) {
        this.dossiers = dossiers;
        this.matches = matches;
        this.times = times;
        this.clock = clock;
    }

    /** A lot with the miss, and whether there is still time to mend it. */
    public record Missed(PublishedLot lot, NearMiss miss, Chance chance) {
        public int score() {
            return miss.match().score();
        }
    }

    /** Best first. */
    public Mono<List<Missed>> of(UUID bodyId) {
        return clock.now()
                .flatMap(now -> dossiers.of(bodyId, now).flatMap(dossier -> misses(dossier, now)))
                .defaultIfEmpty(List.of());
    }

    private Mono<List<Missed>> misses(Dossier dossier, Instant now) {
        return matches.openLots(LotShelf.categories(dossier), MOST_LOTS)
                .flatMapIterable(lot -> new Matchmaker(LotTerms.of(lot))
                        .nearMiss(dossier, Moment.of(now)).stream()
                                .map(miss -> new Missed(lot, miss, chance(miss, now, lot)))
                                .toList())
                .sort(Comparator.comparingInt(Missed::score)
                        .reversed()
                        .thenComparing(missed -> missed.lot().id()))
                .collectList();
    }

    private Chance chance(NearMiss miss, Instant now, PublishedLot lot) {
        return times.of(miss.remedy(), now, lot.deadline());
    }
}
