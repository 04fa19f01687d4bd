package org.goufu.bidding.usecase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.bidding.domain.Chunk;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.domain.Reason;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.SealException;
import org.goufu.bidding.domain.seal.SegmentReader;
import org.goufu.bidding.usecase.BidsAtOpening.Mendable;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What was not the bidder's fault the bidder can mend for a while: with the keys that it kept where holders failed, with the ciphertext
 * that it kept where the platform did. Both are measured against the manifest that stands in the ledger.
 */
@Component
public class MendBid {
    private final Boxes boxes;
    private final BidsAtOpening bids;
    private final Openings openings;
    private final AtRest rest;
    private final Transactions transactions;

    MendBid(Boxes boxes, BidsAtOpening bids, Openings openings, AtRest rest, Transactions transactions) {
        this.boxes = boxes;
        this.bids = bids;
        this.openings = openings;
        this.rest = rest;
        this.transactions = transactions;
    }

    /** Fails with {@code opening/key-wrong} unless they are the keys of all segments of this stage. */
    public Mono<Void> withKeys(Actor actor, UUID envelope, Map<String, byte[]> keys) {
        return transactions.write(held(actor, envelope)
                .flatMap(opening ->
                        mendable(actor, envelope, Reason.Who.HOLDERS).doOnNext(bid -> mustFit(bid, opening, keys)))
                .flatMap(bid -> bids.again(envelope, wrapped(envelope, keys))));
    }

    private static void mustFit(Mendable bid, Opening opening, Map<String, byte[]> keys) {
        var manifest = Manifest.read(bid.manifest());
        try {
            for (var segment : manifest.segments()) {
                var key = keys.get(segment.id());
                if (key != null) SegmentReader.of(manifest, segment.id(), key);
                else if (opening.opensNow(segment.id())) throw wrongKey();
            }
        } catch (SealException other) {
            throw wrongKey();
        }
        if (keys.keySet().stream().anyMatch(segment -> !opening.opensNow(segment))) throw wrongKey();
    }

    private static RuntimeException wrongKey() {
        return OpeningProblem.KEY_WRONG.raise(List.of(FieldProblem.of("/keys", "not-the-bids-keys")));
    }

    private Map<String, byte[]> wrapped(UUID envelope, Map<String, byte[]> keys) {
        var wrapped = new HashMap<String, byte[]>();
        keys.forEach((segment, key) -> wrapped.put(segment, rest.wrapped(envelope, AtRest.key(segment), key)));
        return wrapped;
    }

    /** Takes a piece in the place of what was lost; fails with the refusals of {@link Chunk}. */
    public Mono<Void> piece(Actor actor, UUID envelope, String digest, byte[] content) {
        var body = actor.organization();
        return transactions.write(boxes.lotOf(envelope, body)
                .flatMap(openings::get)
                .doOnNext(Opening::mustGoOn)
                .then(Mono.defer(() -> mendable(actor, envelope, Reason.Who.PLATFORM)))
                .doOnNext(bid -> new Chunk(envelope, bid.lot(), body, digest, content))
                .filter(bid -> Manifest.read(bid.manifest()).segments().stream()
                        .anyMatch(segment -> segment.chunks().contains(digest)))
                .switchIfEmpty(Mono.error(OpeningProblem.NO_REMEDY::raise))
                .flatMap(bid -> bids.replace(envelope, bid.lot(), body, digest, content)));
    }

    /** All pieces that were lost are there again. */
    public Mono<Void> presented(Actor actor, UUID envelope) {
        return transactions.write(held(actor, envelope)
                .flatMap(opening -> mendable(actor, envelope, Reason.Who.PLATFORM))
                .flatMap(bid -> bids.again(envelope, Map.of())));
    }

    /** The stage does not end while a bid is sent to be opened again, and none is sent when it has ended. */
    private Mono<Opening> held(Actor actor, UUID envelope) {
        return boxes.lotOf(envelope, actor.organization())
                .flatMap(openings::hold)
                .doOnNext(Opening::mustGoOn);
    }

    private Mono<Mendable> mendable(Actor actor, UUID envelope, Reason.Who fault) {
        return bids.mendable(envelope, actor.organization())
                .filter(bid -> bid.reason().fault() == fault)
                .switchIfEmpty(Mono.error(OpeningProblem.NO_REMEDY::raise));
    }
}
