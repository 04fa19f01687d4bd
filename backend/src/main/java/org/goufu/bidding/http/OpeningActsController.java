package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.sql.SealedBoxQueries;
import org.goufu.bidding.sql.SealedBoxQueries.ChainRow;
import org.goufu.bidding.usecase.CheckSeal;
import org.goufu.bidding.usecase.GatherShares;
import org.goufu.bidding.usecase.GatherShares.Asked;
import org.goufu.bidding.usecase.GatherShares.Given;
import org.goufu.bidding.usecase.GatherShares.Task;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
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

/** What holders and bidders do in an opening. */
@RestController
@RequestMapping("/api/lots/{id}/opening")
class OpeningActsController {
    /** They are read one by one: those of a large lot are more than a form may hold. */
    private static final int MOST_SHARES = 50_000;

    private final GatherShares gather;
    private final CheckSeal check;
    private final SealedBoxQueries queries;
    private final Ledger ledger;

    OpeningActsController(GatherShares gather, CheckSeal check, SealedBoxQueries queries, Ledger ledger) {
        this.gather = gather;
        this.check = check;
        this.queries = queries;
        this.ledger = ledger;
    }

    /**
     * A share that the caller is to open: HPKE as GOUFU-SEAL/1 says, all bytes in Base64 for addresses.
     *
     * @param hash of what is in it, SHA-256 in hexadecimal digits
     */
    record AskedShare(
            UUID bid,
            String segment,
            String group,
            int x,
            String coreHash,
            String enc,
            String ciphertext,
            String hash) {
        static AskedShare of(Asked asked) {
            var share = asked.share();
            return new AskedShare(
                    asked.envelope(),
                    asked.segment(),
                    share.group(),
                    share.x(),
                    HexFormat.of().formatHex(asked.coreHash()),
                    Base64Url.of(share.box().enc()),
                    Base64Url.of(share.box().ciphertext()),
                    share.hash());
        }
    }

    /** @param kid of the caller's key */
    record ShareTask(String kid, Stage stage, List<AskedShare> items) {
        static ShareTask of(Task task) {
            return new ShareTask(
                    task.kid(),
                    task.stage(),
                    task.shares().stream().map(AskedShare::of).toList());
        }
    }

    /** @param value what was in it, Base64 for addresses; null where it could not be opened */
    record GivenShare(
            @NotNull UUID bid,
            @NotNull String segment,
            @Nullable String value) {
        Given given() {
            return new Given(
                    bid,
                    segment,
                    value == null ? null : Base64Url.read("/shares", value, OpeningProblem.SHARES_INCOMPLETE));
        }
    }

    /**
     * The box as it was sealed, for one whose bid lies in it: SHA-256 over {@code goufu-box/1}, the link before (at first SHA-256 of the
     * seed), {@code kind|envelope|at} and the manifest's digest makes each link, and the last one stands in the receipt.
     *
     * @param receipt that the box was sealed (C2SP tlog-proof)
     */
    record SealedBox(String seed, List<ChainRow> items, String receipt) {}

    /** @param objection what is wrong with the seal, when it is not whole */
    record SealForm(@NotNull Boolean whole, @Nullable String objection) {}

    @GetMapping("/shares")
    @Operation(
            summary =
                    "The shares that the caller is to open with its key, or that one of several keys, of the segments of this stage only")
    Mono<ShareTask> asked(
            Actor actor, @PathVariable UUID id, @RequestParam(name = "kid", required = false) @Nullable String kid) {
        return gather.ask(actor, id, kid).map(ShareTask::of);
    }

    @PostMapping("/shares")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "All shares of the caller's key, opened in its browser; a wrong one is known at once")
    Mono<Void> give(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "kid", required = false) @Nullable String kid,
            @Valid @RequestBody(required = false) Flux<GivenShare> shares) {
        return shares.take(MOST_SHARES)
                .map(GivenShare::given)
                .collectList()
                .flatMap(given -> gather.give(actor, id, kid, given));
    }

    @GetMapping("/seal")
    @Operation(summary = "The sealed box, for a bidder to see that its bid lies in it as it was given")
    Mono<SealedBox> seal(Actor actor, @PathVariable UUID id) {
        var body = actor.organization();
        return queries.seed(id, body)
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_BEGUN::raise))
                .flatMap(seed -> Mono.zip(
                        queries.chain(id, body).collectList(),
                        ledger.receipt(Act.Kind.BOX_SEALED, id),
                        (chain, receipt) -> new SealedBox(seed, chain, receipt)));
    }

    @PostMapping("/seal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that the seal is whole, or objects; it stands in the record")
    Mono<Void> check(Actor actor, @PathVariable UUID id, @Valid @RequestBody SealForm form) {
        return check.by(actor, id, form.whole(), form.objection() == null ? "" : form.objection());
    }
}
