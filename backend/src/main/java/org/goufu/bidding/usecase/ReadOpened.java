package org.goufu.bidding.usecase;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.goufu.bidding.BidMarks;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBid.Price;
import org.goufu.bidding.OpenedBid.Technical;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.SegmentReader;
import org.goufu.bidding.usecase.OpenedParts.Kept;
import org.goufu.bidding.usecase.OpenedParts.OpenedBox;
import org.goufu.bidding.usecase.OpenedParts.Unlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads opened bids: the ciphertext that the bidder gave, and its key that lies wrapped beside it. */
@Component
class ReadOpened implements OpenedBids {
    private final OpenedParts parts;
    private final AtRest rest;

    ReadOpened(OpenedParts parts, AtRest rest) {
        this.parts = parts;
        this.rest = rest;
    }

    @Override
    public Mono<OpenedLot> of(UUID lot) {
        return opened(parts.find(lot));
    }

    @Override
    public Mono<OpenedLot> of(UUID lot, UUID envelope) {
        return opened(parts.find(lot, envelope));
    }

    private Mono<OpenedLot> opened(Mono<OpenedBox> box) {
        return box.publishOn(Schedulers.boundedElastic()).map(this::lot);
    }

    private OpenedLot lot(OpenedBox box) {
        return new OpenedLot(
                box.lot(),
                box.purchase(),
                box.notice(),
                box.stage(),
                box.openedAt(),
                box.bids().stream().map(this::bid).toList());
    }

    private OpenedBid bid(Kept kept) {
        return new OpenedBid(
                kept.envelope(),
                kept.body(),
                kept.kind(),
                kept.acceptedAt(),
                kept.outcome(),
                kept.reason(),
                price(kept.price()),
                technical(kept),
                kept.actingFor(),
                kept.consortium());
    }

    /** It was well-formed when it was opened. */
    private static @Nullable Price price(@Nullable String kept) {
        try {
            return kept == null ? null : Contents.price(kept.getBytes(StandardCharsets.UTF_8));
        } catch (Contents.Unreadable changed) {
            throw new IllegalStateException("an opened price was changed", changed);
        }
    }

    private @Nullable Technical technical(Kept kept) {
        var wrapped = kept.technical();
        if (wrapped == null) return null;
        try {
            return Contents.technical(rest.unwrapped(kept.envelope(), Contents.TECHNICAL, wrapped));
        } catch (Contents.Unreadable changed) {
            throw new IllegalStateException("an opened bid was changed", changed);
        }
    }

    @Override
    public Flux<BidMarks> marks(UUID lot) {
        return parts.marks(lot);
    }

    @Override
    public Flux<byte[]> content(UUID envelope, String segment) {
        return parts.unlocked(envelope, segment)
                .publishOn(Schedulers.boundedElastic())
                .map(unlocked -> reader(envelope, segment, unlocked))
                .flatMapMany(reader -> Flux.fromIterable(reader.chunks())
                        .concatMap(digest -> parts.chunk(envelope, digest), 1)
                        .publishOn(Schedulers.boundedElastic(), 1)
                        .map(reader::next));
    }

    private SegmentReader reader(UUID envelope, String segment, Unlocked unlocked) {
        var key = rest.unwrapped(envelope, AtRest.key(segment), unlocked.wrappedKey());
        return SegmentReader.of(Manifest.read(unlocked.manifest()), segment, key);
    }
}
