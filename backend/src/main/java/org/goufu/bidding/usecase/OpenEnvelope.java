package org.goufu.bidding.usecase;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.AllocationPart.Fault;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.Reason;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Opener;
import org.goufu.bidding.domain.seal.Opener.OpenedShare;
import org.goufu.bidding.domain.seal.SealException;
import org.goufu.bidding.domain.seal.SegmentReader;
import org.goufu.bidding.usecase.BidsAtOpening.Came;
import org.goufu.bidding.usecase.BidsAtOpening.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Opens one envelope as far as the stage goes: makes the keys from the shares, decrypts piece by piece, reads what is in it. Whatever is
 * wrong with it is an answer, so that one bad bid never stops the others.
 */
@Component
class OpenEnvelope {
    /** Of what is read as a whole; attachments are only looked through. */
    private static final int LONGEST = 8 * 1024 * 1024;

    private static final Set<String> NEEDED = Set.of(Contents.PRICE, Contents.TECHNICAL);
    private static final Set<String> READ = Set.of(Contents.PRICE, Contents.TECHNICAL, Contents.ALLOCATION);

    private final OpenedParts parts;
    private final KnownHolders holders;
    private final TimeGate gate;
    private final AtRest rest;
    private final JudgeAllocation allocation;

    OpenEnvelope(OpenedParts parts, KnownHolders holders, TimeGate gate, AtRest rest, JudgeAllocation allocation) {
        this.parts = parts;
        this.holders = holders;
        this.gate = gate;
        this.rest = rest;
        this.allocation = allocation;
    }

    /** Says why a bid is not opened. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Reason reason;

        Stopped(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }

    Mono<Came> of(Sealed bid, Opening opening) {
        return Mono.fromSupplier(() -> Manifest.read(bid.manifest()))
                .flatMap(manifest -> open(bid, manifest, opening))
                .onErrorResume(SealException.class, failure -> stopped(reason(failure)))
                .onErrorResume(Stopped.class, failure -> stopped(failure.reason))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Mono<Came> stopped(Reason reason) {
        return Mono.just(Came.failed(reason));
    }

    private static Reason reason(SealException failure) {
        return switch (failure.fault()) {
            case QUORUM -> Reason.HOLDERS_MISSING;
            case SHARE, SHARE_HASH -> Reason.SHARE_WRONG;
            case COMMIT -> Reason.KEY_WRONG;
            case CHUNK -> Reason.CIPHERTEXT_LOST;
            case CONTENT, PADDING, MALFORMED, SIGNATURE, KEYSET, PASSPHRASE -> Reason.CONTENT_WRONG;
        };
    }

    private Mono<Came> open(Sealed bid, Manifest manifest, Opening opening) {
        var segments = manifest.segments().stream()
                .map(Manifest.Segment::id)
                .filter(opening::opensNow)
                .toList();
        for (var needed : NEEDED) {
            if (opening.opensNow(needed) && !segments.contains(needed)) return stopped(Reason.INCOMPLETE);
        }
        return keys(bid, manifest, opening, segments)
                .flatMap(keys -> Flux.fromIterable(segments)
                        .concatMap(segment -> content(bid, manifest, segment, keys.get(segment))
                                .map(content -> Map.entry(segment, content)))
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                        .flatMap(contents ->
                                allocated(manifest, opening, contents, came(bid, manifest, opening, keys, contents))));
    }

    /** Those that the bidder gave himself, and the others from shares. */
    private Mono<Map<String, byte[]>> keys(Sealed bid, Manifest manifest, Opening opening, List<String> segments) {
        var keys = new HashMap<String, byte[]>();
        bid.keys()
                .forEach((segment, wrapped) ->
                        keys.put(segment, rest.unwrapped(bid.envelope(), AtRest.key(segment), wrapped)));
        var missing =
                segments.stream().filter(segment -> !keys.containsKey(segment)).toList();
        if (missing.isEmpty()) return Mono.just(keys);
        return gate.release(manifest, missing)
                .zipWhen(released -> holders.get(opening.lot(), bid.keyset()))
                .publishOn(Schedulers.boundedElastic())
                .map(both -> {
                    var opener = new Opener(manifest, both.getT2());
                    for (var own : both.getT1()) {
                        var shares = new ArrayList<>(shares(bid, own.segment()));
                        shares.add(own.share());
                        keys.put(own.segment(), opener.key(own.segment(), shares));
                    }
                    return keys;
                });
    }

    private List<OpenedShare> shares(Sealed bid, String segment) {
        return bid.shares().stream()
                .filter(share -> share.segment().equals(segment))
                .map(share -> new OpenedShare(
                        share.kid(),
                        rest.unwrapped(bid.envelope(), AtRest.share(segment, share.kid()), share.wrapped())))
                .toList();
    }

    /** What is read as a whole; of the others SHA-256, for all that is asked is whether they open and whether two bidders have one. */
    private Mono<byte[]> content(Sealed bid, Manifest manifest, String segment, byte @Nullable [] key) {
        if (key == null) return Mono.error(() -> new Stopped(Reason.HOLDERS_MISSING));
        var reader = SegmentReader.of(manifest, segment, key);
        var whole = new ByteArrayOutputStream();
        var digest = sha256();
        boolean kept = READ.contains(segment);
        return Flux.fromIterable(reader.chunks())
                .concatMap(
                        piece -> parts.chunk(bid.envelope(), piece)
                                .switchIfEmpty(Mono.error(() -> new Stopped(Reason.CIPHERTEXT_LOST))),
                        1)
                .publishOn(Schedulers.boundedElastic(), 1)
                .doOnNext(chunk -> {
                    var part = reader.next(chunk);
                    if (kept) whole.writeBytes(part);
                    else digest.update(part);
                    if (whole.size() > LONGEST) throw new Stopped(unreadable(segment));
                })
                .then(Mono.fromSupplier(() -> kept ? whole.toByteArray() : digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Reason unreadable(String segment) {
        return switch (segment) {
            case Contents.PRICE -> Reason.PRICE_UNREADABLE;
            case Contents.ALLOCATION -> Reason.ALLOCATION_WRONG;
            default -> Reason.TECHNICAL_UNREADABLE;
        };
    }

    private Came came(
            Sealed bid, Manifest manifest, Opening opening, Map<String, byte[]> keys, Map<String, byte[]> contents) {
        var wrapped = new HashMap<String, byte[]>();
        contents.keySet()
                .forEach(segment -> wrapped.put(
                        segment,
                        rest.wrapped(bid.envelope(), AtRest.key(segment), keys.getOrDefault(segment, new byte[0]))));
        var digests = new HashMap<>(contents);
        digests.keySet().removeAll(READ);
        var technical = contents.get(Contents.TECHNICAL);
        if (technical != null) mustBeReadable(manifest, technical);
        var price = contents.get(Contents.PRICE);
        return new Came(
                price == null ? null : judged(price, opening),
                price == null ? null : new String(price, StandardCharsets.UTF_8),
                technical == null ? null : rest.wrapped(bid.envelope(), Contents.TECHNICAL, technical),
                wrapped,
                digests);
    }

    /** A federation that names groups has also sealed what each of them gets. */
    private Mono<Came> allocated(Manifest manifest, Opening opening, Map<String, byte[]> contents, Came came) {
        var price = contents.get(Contents.PRICE);
        if (came.reason() != null
                || price == null
                || manifest.core().actingFor().isEmpty()) return Mono.just(came);
        var content = contents.getOrDefault(Contents.ALLOCATION, new byte[0]);
        return allocation
                .fault(opening.lot(), manifest.core(), fen(price), content)
                .map(fault -> fault == Fault.MANDATE_EXCEEDED ? Reason.MANDATE_EXCEEDED : Reason.ALLOCATION_WRONG)
                .map(came::because)
                .defaultIfEmpty(came);
    }

    private static long fen(byte[] price) {
        try {
            return Contents.price(price).totalFen();
        } catch (Contents.Unreadable malformed) {
            throw new Stopped(Reason.PRICE_UNREADABLE);
        }
    }

    private static void mustBeReadable(Manifest manifest, byte[] technical) {
        var there = manifest.segments().stream().map(Manifest.Segment::id).collect(Collectors.toSet());
        try {
            var attachments = Contents.technical(technical).attachments();
            if (attachments.stream().allMatch(file -> there.contains(file.segment()))) return;
        } catch (Contents.Unreadable malformed) {
            // said below
        }
        throw new Stopped(Reason.TECHNICAL_UNREADABLE);
    }

    private static @Nullable Reason judged(byte[] price, Opening opening) {
        return fen(price) > opening.ceilingFen() ? Reason.OVER_CEILING : null;
    }
}
