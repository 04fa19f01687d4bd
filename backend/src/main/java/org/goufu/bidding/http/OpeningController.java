package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.sql.BidsAtOpeningQueries;
import org.goufu.bidding.sql.BidsAtOpeningQueries.BidAtOpening;
import org.goufu.bidding.sql.BidsAtOpeningQueries.OwnAtOpening;
import org.goufu.bidding.sql.OpeningQueries;
import org.goufu.bidding.sql.OpeningQueries.HolderRow;
import org.goufu.bidding.sql.OpeningQueries.OpeningRow;
import org.goufu.bidding.sql.OpeningQueries.Progress;
import org.goufu.bidding.sql.OpeningQueries.WordRow;
import org.goufu.bidding.usecase.BeginOpening;
import org.goufu.bidding.usecase.GoOnWithoutShares;
import org.goufu.kernel.Actor;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The opening of a lot, as everybody may follow it. */
@RestController
@RequestMapping("/api/lots/{id}/opening")
class OpeningController {
    private static final String RECORD = "application/vnd.goufu.opening+json";

    private final BeginOpening begin;
    private final GoOnWithoutShares goOn;
    private final OpeningQueries queries;
    private final BidsAtOpeningQueries bidQueries;
    private final PurchaseDirectory purchases;

    OpeningController(
            BeginOpening begin,
            GoOnWithoutShares goOn,
            OpeningQueries queries,
            BidsAtOpeningQueries bidQueries,
            PurchaseDirectory purchases) {
        this.begin = begin;
        this.goOn = goOn;
        this.queries = queries;
        this.bidQueries = bidQueries;
        this.purchases = purchases;
    }

    /**
     * Somebody who holds a key to which bids are sealed.
     *
     * @param tookPart whether he gave his shares of the stage that was begun last
     * @param former whether only bids are sealed to it that were given before the holders were replaced
     */
    record HolderAtOpening(String group, String name, boolean tookPart, boolean former) {
        static HolderAtOpening of(HolderRow row) {
            return new HolderAtOpening(row.group(), row.name(), row.tookPart(), row.former());
        }
    }

    /**
     * An opening.
     *
     * @param openingAt before which it does not begin
     * @param staged whether prices wait until everything else is judged
     * @param bids how many there are; null before it was begun
     * @param done how many of them are opened as far as the stage goes
     * @param stage the one that was begun last
     * @param without why it went on with too few holders
     * @param remedyUntil until when bidders can mend what was not their fault
     * @param digest of the record of the stage, SHA-256 in hexadecimal digits, as the ledger has it
     * @param items the bids, once something is opened; prices once these are
     */
    record OpeningView(
            UUID lotId,
            UUID purchaseId,
            UUID noticeId,
            String title,
            Progress state,
            Instant deadline,
            Instant openingAt,
            Instant now,
            boolean staged,
            @Nullable Integer bids,
            @Nullable String begunBy,
            @Nullable Instant begunAt,
            @Nullable Instant checkUntil,
            @Nullable Stage stage,
            @Nullable Instant releasedAt,
            @Nullable Instant gatheredAt,
            @Nullable String without,
            @Nullable Instant remedyUntil,
            @Nullable Instant openedAt,
            @Nullable String digest,
            long done,
            boolean priced,
            List<HolderAtOpening> holders,
            List<WordRow> said,
            List<BidAtOpening> items) {}

    /**
     * What is the caller's own in it.
     *
     * @param department whether the caller works for the department that buys
     * @param keys the caller's own among those that the bids are sealed to: several when it got a new one while bids were given
     * @param bid the caller's own bid, else null
     */
    record OpeningPart(
            boolean department, List<OwnKey> keys, @Nullable OwnAtOpening bid) {}

    /** @param tookPart whether its shares of the stage that was begun last were given */
    record OwnKey(String kid, boolean tookPart) {}

    record AbsenceForm(@NotNull @Size(max = 500) String reason) {}

    @GetMapping
    @Operation(summary = "How far the opening of a lot has come, and what it has opened")
    Mono<OpeningView> show(@PathVariable UUID id) {
        return Mono.zip(queries.opening(id), purchases.terms(id))
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_FOUND::raise))
                .flatMap(both -> view(both.getT1(), both.getT2()));
    }

    private Mono<OpeningView> view(OpeningRow row, LotTerms terms) {
        var lot = row.lot();
        var holders = row.isBegun() ? queries.holders(lot) : Flux.<HolderRow>empty();
        var bids = row.opened() ? bidQueries.bids(lot, row.priced()) : Flux.<BidAtOpening>empty();
        return Mono.zip(
                        holders.map(HolderAtOpening::of).collectList(),
                        queries.said(lot).collectList(),
                        bids.collectList())
                .map(all -> new OpeningView(
                        lot,
                        row.purchase(),
                        row.notice(),
                        row.title(),
                        row.state(),
                        row.deadline(),
                        terms.openingAt(),
                        row.now(),
                        terms.stagedOpening(),
                        row.bids(),
                        row.begunBy(),
                        row.begunAt(),
                        row.checkUntil(),
                        row.stage(),
                        row.releasedAt(),
                        row.gatheredAt(),
                        row.without(),
                        row.remedyUntil(),
                        row.openedAt(),
                        row.digest(),
                        row.done(),
                        row.priced(),
                        all.getT1(),
                        all.getT2(),
                        all.getT3()));
    }

    @GetMapping("/part")
    @Operation(summary = "What of an opening is the caller's own: a key, a bid, or the department that buys")
    Mono<OpeningPart> part(Actor actor, @PathVariable UUID id) {
        return Mono.zip(queries.opening(id), purchases.terms(id))
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_FOUND::raise))
                .flatMap(both -> Mono.zip(
                        queries.holders(id)
                                .filter(holder -> holder.account().equals(actor.accountId()))
                                .map(holder -> new OwnKey(holder.kid(), holder.tookPart()))
                                .collectList(),
                        own(actor, id).map(List::of).defaultIfEmpty(List.of()),
                        (keys, bids) -> new OpeningPart(
                                both.getT2().department().equals(actor.departmentId()),
                                keys,
                                bids.isEmpty() ? null : bids.getFirst())));
    }

    private Mono<OwnAtOpening> own(Actor actor, UUID lot) {
        return actor.organizationId() == null ? Mono.empty() : bidQueries.own(lot, actor.organizationId());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins the opening: only now it becomes known how many bids there are")
    Mono<OpeningView> begin(Actor actor, @PathVariable UUID id) {
        return begin.by(actor, id).then(Mono.defer(() -> show(id)));
    }

    @PostMapping("/prices")
    @Operation(summary = "Lets the prices be opened, once the technical parts are judged")
    Mono<OpeningView> prices(Actor actor, @PathVariable UUID id) {
        return begin.prices(actor, id).then(Mono.defer(() -> show(id)));
    }

    @PostMapping("/absence")
    @Operation(summary = "Goes on with too few holders: bidders open with the keys that they kept")
    Mono<OpeningView> without(Actor actor, @PathVariable UUID id, @Valid @RequestBody AbsenceForm form) {
        return goOn.by(actor, id, form.reason()).then(Mono.defer(() -> show(id)));
    }

    @GetMapping(value = "/record", produces = RECORD)
    @Operation(summary = "The record of a stage, as the exact bytes whose SHA-256 stands in the ledger")
    Mono<byte[]> record(@PathVariable UUID id, @RequestParam(name = "stage", defaultValue = "ALL") Stage stage) {
        return queries.record(id, stage).switchIfEmpty(Mono.error(OpeningProblem.CONTENT_NOT_FOUND::raise));
    }
}
