package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBid.Outcome;
import org.goufu.bidding.OpenedBid.Price;
import org.goufu.bidding.OpenedBid.Technical;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.sql.SealedBoxQueries;
import org.goufu.bidding.usecase.MendBid;
import org.goufu.bidding.usecase.ReadBid;
import org.goufu.bidding.usecase.ReadBid.Read;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A bid after the opening: what was in it, and how its bidder mends what was not its fault. */
@RestController
@RequestMapping("/api/bids/{id}")
class OpenedBidController {
    private static final String MANIFEST = "application/vnd.goufu.manifest+json";
    private static final int MOST_KEYS = 20;

    private final ReadBid read;
    private final MendBid mend;
    private final SealedBoxQueries boxes;

    OpenedBidController(ReadBid read, MendBid mend, SealedBoxQueries boxes) {
        this.read = read;
        this.mend = mend;
        this.boxes = boxes;
    }

    /** @param quantity as it was written, a decimal number */
    record PriceLineView(String item, String unit, String quantity, long fen) {}

    record PriceView(long totalFen, List<PriceLineView> lines, String note) {
        static PriceView of(Price price) {
            return new PriceView(
                    price.totalFen(),
                    price.lines().stream()
                            .map(line -> new PriceLineView(
                                    line.item(), line.unit(), line.quantity().toPlainString(), line.fen()))
                            .toList(),
                    price.note());
        }
    }

    /**
     * What was in an envelope.
     *
     * @param reason why it was not opened or does not count
     * @param price null until prices are opened
     * @param consortium those who gave it together, the lead first; empty of a bid that was given alone
     */
    record OpenedBidView(
            UUID id,
            UUID lotId,
            Named bidder,
            Instant acceptedAt,
            Outcome outcome,
            @Nullable String reason,
            @Nullable PriceView price,
            @Nullable Technical technical,
            List<UUID> actingFor,
            List<ConsortiumMember> consortium) {
        static OpenedBidView of(Read read) {
            var bid = read.bid();
            return new OpenedBidView(
                    bid.envelope(),
                    read.lot().lot(),
                    bid.body(),
                    bid.acceptedAt(),
                    bid.outcome(),
                    bid.reason(),
                    bid.price() == null ? null : PriceView.of(bid.price()),
                    bid.technical(),
                    bid.actingFor(),
                    bid.consortium());
        }
    }

    /** @param key Base64 for addresses, as the bidder's recovery file has it */
    record SegmentKeyForm(@NotNull String segment, @NotNull String key) {}

    /** @param keys of all segments of the stage; none when pieces of ciphertext were presented again */
    record RemedyForm(@NotNull @Size(max = MOST_KEYS) List<@NotNull @Valid SegmentKeyForm> keys) {
        Map<String, byte[]> byEach() {
            var byEach = new HashMap<String, byte[]>();
            keys.forEach(
                    one -> byEach.put(one.segment(), Base64Url.read("/keys", one.key(), OpeningProblem.KEY_WRONG)));
            return byEach;
        }
    }

    @GetMapping("/opened")
    @Operation(summary = "What was in a bid, for its bidder, the department that buys, and supervisors")
    Mono<OpenedBidView> opened(Actor actor, @PathVariable UUID id) {
        return read.by(actor, id).map(OpenedBidView::of);
    }

    @GetMapping(value = "/opened/{segment}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "One part of a bid, for example an attachment, as the bidder sealed it")
    Mono<ResponseEntity<Flux<DataBuffer>>> segment(Actor actor, @PathVariable UUID id, @PathVariable String segment) {
        return read.by(actor, id)
                .map(found -> name(found.bid(), segment))
                .zipWhen(name -> read.segment(actor, id, segment))
                .map(both -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(both.getT1(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(both.getT2().map(DefaultDataBufferFactory.sharedInstance::wrap)));
    }

    private static String name(OpenedBid bid, String segment) {
        var technical = bid.technical();
        if (technical == null) return segment;
        return technical.attachments().stream()
                .filter(file -> file.segment().equals(segment))
                .map(OpenedBid.Attachment::name)
                .findFirst()
                .orElse(segment);
    }

    @GetMapping(value = "/manifest", produces = MANIFEST)
    @Operation(summary = "The manifest that the caller gave, as the exact bytes that it signed")
    Mono<byte[]> manifest(Actor actor, @PathVariable UUID id) {
        return boxes.manifest(id, actor.organization()).switchIfEmpty(Mono.error(BidProblem.NOT_FOUND::raise));
    }

    @PutMapping(value = "/chunks/{sha256}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Presents a piece of ciphertext again that was lost or altered; the ledger says which it must be")
    Mono<Void> piece(
            Actor actor, @PathVariable UUID id, @PathVariable String sha256, @RequestBody Flux<DataBuffer> content) {
        return Pieces.whole(content).flatMap(bytes -> mend.piece(actor, id, sha256, bytes));
    }

    @PostMapping("/remedy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Opens the caller's bid again, with the keys that it kept or the ciphertext that it presented")
    Mono<Void> remedy(Actor actor, @PathVariable UUID id, @Valid @RequestBody RemedyForm form) {
        return form.keys().isEmpty() ? mend.presented(actor, id) : mend.withKeys(actor, id, form.byEach());
    }
}
