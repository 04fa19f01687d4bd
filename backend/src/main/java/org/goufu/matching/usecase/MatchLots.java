package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.matching.LotMatched;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Match;
import org.goufu.matching.domain.Matchmaker;
import org.goufu.matching.domain.Moment;
import org.goufu.matching.domain.Rules;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.search.Capabilities;
import org.goufu.search.Capabilities.Candidate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out who matches the lots of a notice. */
@Component
public class MatchLots {
    /** So many candidacies are judged at a time, so that memory does not grow with the registry. */
    private static final int CHUNK = 2_000;

    private final PurchaseDirectory purchases;
    private final Capabilities capabilities;
    private final Dossiers dossiers;
    private final Matches matches;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessClock clock;

    public MatchLots(
            PurchaseDirectory purchases,
            Capabilities capabilities,
            Dossiers dossiers,
            Matches matches,
            Transactions transactions,
            Outbox outbox,
            BusinessClock clock) {
        this.purchases = purchases;
        this.capabilities = capabilities;
        this.dossiers = dossiers;
        this.matches = matches;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The lot is kept before candidates are sought: a body that changes meanwhile then finds the lot, or was found itself.
     */
    public Mono<Void> of(UUID noticeId) {
        return purchases
                .lotsOf(noticeId)
                .collectList()
                .filter(lots -> !lots.isEmpty())
                .delayUntil(lots -> transactions.write(matches.keep(lots)))
                .flatMapIterable(lots -> lots)
                .filter(PublishedLot::open)
                .concatMap(this::match)
                .then();
    }

    private Mono<Void> match(PublishedLot lot) {
        return clock.now().flatMap(now -> found(lot, Moment.of(now)).flatMap(found -> write(lot, found, now)));
    }

    private Mono<List<Match>> found(PublishedLot lot, Moment moment) {
        var terms = LotTerms.of(lot);
        var matchmaker = new Matchmaker(terms);
        return capabilities
                .candidates(Rules.of(terms).candidates(moment.day()))
                .collectList()
                .flatMapIterable(MatchLots::chunks)
                .concatMap(dossiers::ofCandidates)
                .flatMapIterable(chunk -> judge(matchmaker, chunk, moment))
                .collectList()
                .map(MatchLots::bestOfEach);
    }

    private static List<Match> judge(Matchmaker matchmaker, List<Dossier> chunk, Moment moment) {
        return chunk.stream()
                .flatMap(dossier -> matchmaker.match(dossier, moment).stream())
                .toList();
    }

    /** A federation's candidacies stay together, so that its row names all its members. */
    private static List<List<Candidate>> chunks(List<Candidate> candidates) {
        var byBidder = new HashMap<UUID, List<Candidate>>();
        candidates.forEach(candidate -> byBidder.computeIfAbsent(candidate.bidderId(), id -> new ArrayList<>())
                .add(candidate));
        var chunks = new ArrayList<List<Candidate>>();
        var current = new ArrayList<Candidate>();
        for (var ofBidder : byBidder.values()) {
            current.addAll(ofBidder);
            if (current.size() >= CHUNK) {
                chunks.add(List.copyOf(current));
                current.clear();
            }
        }
        if (!current.isEmpty()) chunks.add(current);
        return chunks;
    }

    /** A group in federations of two chunks was judged twice. */
    private static List<Match> bestOfEach(Collection<Match> found) {
        Map<UUID, Match> best = HashMap.newHashMap(found.size());
        var order = Comparator.comparing(Match::eligibility)
                .thenComparing(Match::score, Comparator.reverseOrder())
                .thenComparing(match -> match.bidder().id());
        found.forEach(match ->
                best.merge(match.body().id(), match, (one, other) -> order.compare(one, other) <= 0 ? one : other));
        return List.copyOf(best.values());
    }

    private Mono<Void> write(PublishedLot lot, List<Match> found, Instant judgedAt) {
        return transactions
                .write(matches.write(found, judgedAt)
                        .delayUntil(told -> matches.closeOthersOfLot(lot.id(), judgedAt))
                        .filter(told -> !told.isEmpty())
                        .flatMap(told -> outbox.append(new LotMatched(lot.id(), lot.noticeId()))))
                .then(transactions.write(matches.settleLots(List.of(lot.id()))));
    }
}
