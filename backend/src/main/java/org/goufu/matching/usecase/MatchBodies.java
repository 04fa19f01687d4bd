package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goufu.matching.LotMatched;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.LotShelf;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Match;
import org.goufu.matching.domain.Moment;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Judges bodies against all open lots: the other direction of {@link MatchLots}, and without Elasticsearch. */
@Component
public class MatchBodies {
    private static final int CHUNK = 100;
    private static final int MOST_LOTS = 20_000;

    private final Dossiers dossiers;
    private final Matches matches;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessClock clock;

    public MatchBodies(
            Dossiers dossiers, Matches matches, Transactions transactions, Outbox outbox, BusinessClock clock) {
        this.dossiers = dossiers;
        this.matches = matches;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** After these bodies changed: their own rows, and those of their federations and members. */
    public Mono<Void> changed(Collection<UUID> ids) {
        return Flux.fromIterable(ids)
                .distinct()
                .buffer(CHUNK)
                .concatMap(this::chunk)
                .then();
    }

    private Mono<Void> chunk(List<UUID> ids) {
        return clock.now().flatMap(now -> dossiers.affectedBy(ids).flatMap(affected -> rejudge(affected, now)));
    }

    private Mono<Void> rejudge(List<Dossier> affected, Instant now) {
        if (affected.isEmpty()) return Mono.empty();
        return matches.openLots(categories(affected), MOST_LOTS)
                .collectList()
                .flatMap(lots -> write(affected, lots, judge(affected, lots, Moment.of(now)), now));
    }

    private static Set<String> categories(List<Dossier> dossiers) {
        return dossiers.stream()
                .flatMap(dossier -> LotShelf.categories(dossier).stream())
                .collect(Collectors.toSet());
    }

    private static List<Match> judge(List<Dossier> dossiers, List<PublishedLot> lots, Moment moment) {
        var shelf = new LotShelf(lots.stream().map(LotTerms::of).toList());
        return dossiers.stream()
                .flatMap(dossier -> shelf.matches(dossier, moment))
                .toList();
    }

    private Mono<Void> write(List<Dossier> affected, List<PublishedLot> lots, List<Match> found, Instant judgedAt) {
        var bodies = affected.stream().map(dossier -> dossier.body().id()).toList();
        var byId = lots.stream().collect(Collectors.toMap(PublishedLot::id, Function.identity()));
        return transactions
                .write(matches.judging(bodies, judgedAt)
                        .then(matches.write(found, judgedAt))
                        .delayUntil(told -> matches.closeOthersOfBodies(bodies, judgedAt))
                        .filter(told -> !told.isEmpty())
                        .flatMap(told -> outbox.appendAll(news(told, byId))))
                .then(transactions.write(matches.settleBodies(bodies)));
    }

    private static List<LotMatched> news(Set<UUID> told, Map<UUID, PublishedLot> lots) {
        return told.stream()
                .filter(lots::containsKey)
                .map(id -> new LotMatched(id, lots.get(id).noticeId()))
                .toList();
    }
}
