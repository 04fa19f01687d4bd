package org.goufu.bidding.usecase;

import java.util.Collection;
import java.util.List;
import org.goufu.bidding.domain.HolderProblem;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Opener;
import org.goufu.bidding.domain.seal.Opener.OpenedShare;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives the platform's own shares of a bid, and none before its box is sealed (招标投标法 36): whatever the others agree on, an early
 * opening fails here. Bids that were withdrawn or replaced get none ever (招标投标法 29).
 */
@Component
public class TimeGate {
    private final SealedBids bids;
    private final KnownHolders holders;
    private final TimeGateKey key;

    TimeGate(SealedBids bids, KnownHolders holders, TimeGateKey key) {
        this.bids = bids;
        this.holders = holders;
        this.key = key;
    }

    /** A share that the gate gives. */
    public record Released(String segment, OpenedShare share) {}

    /**
     * Of the segments of this stage, in their order.
     *
     * <p>Fails with {@code holder/still-sealed}, {@code holder/keyset-not-found}, or with a seal's fault when the bidder sealed something
     * else to the gate than he promised.
     */
    public Mono<List<Released>> release(Manifest manifest, Collection<String> segments) {
        var core = manifest.core();
        return bids.isToBeOpened(core.lotId(), core.envelopeId())
                .filter(due -> due)
                .switchIfEmpty(Mono.error(HolderProblem.STILL_SEALED::raise))
                .flatMap(due -> holders.get(core.lotId(), core.keysetHash()))
                .map(found -> new Opener(manifest, found))
                .map(opener -> segments.stream()
                        .map(segment -> new Released(segment, opener.share(segment, key.keys())))
                        .toList());
    }
}
