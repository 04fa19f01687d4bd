package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.BidAct;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.sql.BidQueries;
import org.goufu.bidding.sql.BidQueries.BidRow;
import org.goufu.bidding.usecase.GiveBid;
import org.goufu.bidding.usecase.GiveBid.Accepted;
import org.goufu.bidding.usecase.GiveBid.Given;
import org.goufu.bidding.usecase.KeepOrigin;
import org.goufu.bidding.usecase.MakeBoxes;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Page;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.platform.http.LargeForm;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.security.ClientAddress;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Bids, for the bidder's own people: to anybody else there is none before the opening. */
@RestController
class BidController {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private static final int MOST_SHOWN = 50;

    private final GiveBid give;
    private final KeepOrigin origin;
    private final ClientAddress address;
    private final MakeBoxes boxes;
    private final BidQueries queries;
    private final Ledger ledger;
    private final BusinessClock clock;

    BidController(
            GiveBid give,
            KeepOrigin origin,
            ClientAddress address,
            MakeBoxes boxes,
            BidQueries queries,
            Ledger ledger,
            BusinessClock clock) {
        this.give = give;
        this.origin = origin;
        this.address = address;
        this.boxes = boxes;
        this.queries = queries;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Where a bid stands. */
    enum BidState {
        /** It counts, and could still be replaced or withdrawn. */
        GIVEN,
        REPLACED,
        WITHDRAWN,
        /** It counts, and the deadline has passed. */
        SEALED
    }

    /**
     * A bid as its bidder sees it.
     *
     * @param manifestDigest as the receipt has it, SHA-256 in hexadecimal digits
     * @param replaces the bidder's own earlier bid
     * @param resealAsked whether it counts, could be replaced, and is sealed to holders who were replaced since: it stays valid, and the same
     *     content should be sealed anew
     */
    record BidView(
            UUID id,
            UUID lotId,
            UUID purchaseId,
            UUID noticeId,
            String lotTitle,
            BidState state,
            String manifestDigest,
            Instant acceptedAt,
            @Nullable UUID replaces,
            @Nullable Instant endedAt,
            Instant deadline,
            boolean resealAsked) {
        static BidView of(BidRow row) {
            return new BidView(
                    row.id(),
                    row.lot(),
                    row.purchase(),
                    row.notice(),
                    row.title(),
                    state(row),
                    row.digest(),
                    row.acceptedAt(),
                    row.replaces(),
                    row.withdrawnAt() == null ? row.replacedAt() : row.withdrawnAt(),
                    row.deadline(),
                    row.formerHolders() && state(row) == BidState.GIVEN);
        }

        private static BidState state(BidRow row) {
            if (row.withdrawnAt() != null) return BidState.WITHDRAWN;
            if (row.replacedAt() != null) return BidState.REPLACED;
            return row.open() ? BidState.GIVEN : BidState.SEALED;
        }
    }

    /**
     * What a bidder has to know before it seals.
     *
     * @param noticeDigest what the envelope names, SHA-256 in hexadecimal digits
     * @param now by the clock that decides, for the countdown
     * @param bids the caller's own, the newest first
     */
    record BiddingView(
            UUID lotId,
            UUID purchaseId,
            UUID noticeId,
            String lotTitle,
            String noticeDigest,
            Instant deadline,
            Instant now,
            boolean open,
            List<BidView> bids) {}

    /**
     * A sealed bid.
     *
     * @param manifest the manifest's bytes (GOUFU-SEAL/1), Base64 for addresses without padding
     * @param signature over these bytes by {@code key}, ECDSA P-256 with SHA-256, two numbers of 32 bytes, in the same way
     */
    @LargeForm(bytes = 384 * 1024)
    record BidForm(
            @NotNull String manifest,
            @NotNull String signature,
            @NotNull UUID key) {
        Given given() {
            return new Given(
                    Base64Url.read("/manifest", manifest, BidProblem.MANIFEST_UNREADABLE),
                    Base64Url.read("/signature", signature, BidProblem.SIGNATURE_WRONG),
                    key);
        }
    }

    /** @param signature over {@code goufu-withdraw/1|} and the bid's id */
    record WithdrawalForm(
            @NotNull String signature, @NotNull UUID key) {}

    /** What was accepted, and when; the receipt is at {@code /api/bids/{id}/receipt}. */
    record AcceptedView(UUID id, BidAct.Kind act, Instant acceptedAt) {
        static AcceptedView of(Accepted accepted) {
            return new AcceptedView(accepted.envelope(), accepted.kind(), accepted.at());
        }
    }

    @GetMapping("/api/lots/{id}/bidding")
    @Operation(summary = "What a bidder has to know to bid for a lot, with its own bids for it")
    Mono<BiddingView> bidding(Actor actor, @PathVariable UUID id) {
        return boxes.box(id)
                .flatMap(box -> Mono.zip(
                        clock.now(),
                        queries.mine(actor.organization(), id, null, MOST_SHOWN)
                                .map(BidView::of)
                                .collectList(),
                        (now, bids) -> new BiddingView(
                                box.lot(),
                                box.purchase(),
                                box.notice(),
                                box.title(),
                                box.noticeDigest(),
                                box.deadline(),
                                now,
                                box.open(),
                                bids)));
    }

    @PostMapping("/api/lots/{id}/bids")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Gives a sealed bid, or replaces the caller's own; the same again has the same answer")
    Mono<AcceptedView> give(
            Actor actor, @PathVariable UUID id, @Valid @RequestBody BidForm form, ServerHttpRequest request) {
        return give.by(actor, id, form.given())
                .doOnNext(accepted -> origin.of(id, actor.organization(), address.of(request)))
                .map(AcceptedView::of);
    }

    @PostMapping("/api/bids/{id}/withdrawal")
    @Operation(summary = "Takes a bid back before the deadline; nobody will ever open it")
    Mono<AcceptedView> withdraw(Actor actor, @PathVariable UUID id, @Valid @RequestBody WithdrawalForm form) {
        var signature = Base64Url.read("/signature", form.signature(), BidProblem.SIGNATURE_WRONG);
        return give.withdraw(actor, id, form.key(), signature).map(AcceptedView::of);
    }

    @GetMapping("/api/me/bids")
    @Operation(summary = "The caller's own bids, the newest first")
    Mono<Page<BidView>> mine(
            Actor actor,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return queries.mine(actor.organization(), null, page.afterId(), page.size() + 1)
                .collectList()
                .map(rows -> page(rows, page.size()));
    }

    private static Page<BidView> page(List<BidRow> rows, int size) {
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        return Page.cut(
                rows.stream().map(BidView::of).toList(),
                size,
                total,
                bid -> PageRequest.cursor(bid.id().toString()));
    }

    @GetMapping("/api/bids/{id}")
    @Operation(summary = "One of the caller's own bids")
    Mono<BidView> bid(Actor actor, @PathVariable UUID id) {
        return queries.one(actor.organization(), id)
                .map(BidView::of)
                .switchIfEmpty(Mono.error(BidProblem.NOT_FOUND::raise));
    }

    @GetMapping(value = "/api/bids/{id}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The proof that an act on the caller's own bid stands in the ledger (C2SP tlog-proof)")
    Mono<ResponseEntity<String>> receipt(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "act", required = false) BidAct.@Nullable Kind act) {
        var name = ContentDisposition.attachment()
                .filename("goufu-bid-" + id + ".tlog-proof")
                .build();
        return queries.one(actor.organization(), id)
                .switchIfEmpty(Mono.error(BidProblem.NOT_FOUND::raise))
                .flatMap(bid -> ledger.receipt(Act.Kind.valueOf(kind(act, bid).name()), id))
                .map(receipt -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                        .body(receipt));
    }

    /** How it was given, when nothing else is asked for. */
    private static BidAct.Kind kind(BidAct.@Nullable Kind asked, BidRow bid) {
        if (asked != null) return asked;
        return bid.replaces() == null ? BidAct.Kind.BID_SUBMITTED : BidAct.Kind.BID_REPLACED;
    }
}
