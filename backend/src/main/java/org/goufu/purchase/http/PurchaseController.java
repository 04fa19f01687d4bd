package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Page;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Versions;
import org.goufu.purchase.domain.PurchaseState;
import org.goufu.purchase.http.Words.ChangeView;
import org.goufu.purchase.http.Words.FindingView;
import org.goufu.purchase.sql.NoticeDetails;
import org.goufu.purchase.sql.NoticeQueries;
import org.goufu.purchase.sql.PurchaseDetails;
import org.goufu.purchase.sql.PurchaseQueries;
import org.goufu.purchase.sql.PurchaseSummary;
import org.goufu.purchase.usecase.ApprovePurchase;
import org.goufu.purchase.usecase.CheckPurchase;
import org.goufu.purchase.usecase.ComparePurchase;
import org.goufu.purchase.usecase.DraftPurchase;
import org.goufu.purchase.usecase.PurchaseForm;
import org.goufu.purchase.usecase.RepeatPurchase;
import org.goufu.purchase.usecase.ReturnPurchase;
import org.goufu.purchase.usecase.SubmitPurchase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Purchases: drafts, reviews, publication. */
@RestController
@RequestMapping("/api/purchases")
class PurchaseController {
    private final DraftPurchase draft;
    private final RepeatPurchase repeat;
    private final SubmitPurchase submit;
    private final ReturnPurchase giveBack;
    private final ApprovePurchase approve;
    private final CheckPurchase check;
    private final ComparePurchase compare;
    private final PurchaseQueries purchases;
    private final NoticeQueries notices;
    private final Words words;

    PurchaseController(
            DraftPurchase draft,
            RepeatPurchase repeat,
            SubmitPurchase submit,
            ReturnPurchase giveBack,
            ApprovePurchase approve,
            CheckPurchase check,
            ComparePurchase compare,
            PurchaseQueries purchases,
            NoticeQueries notices,
            Words words) {
        this.draft = draft;
        this.repeat = repeat;
        this.submit = submit;
        this.giveBack = giveBack;
        this.approve = approve;
        this.check = check;
        this.compare = compare;
        this.purchases = purchases;
        this.notices = notices;
        this.words = words;
    }

    /** Why a purchase is given back. */
    record Reason(@Nullable String reason) {}

    /** What changed since when. */
    record ComparisonView(@Nullable Instant since, List<ChangeView> changes) {}

    @GetMapping
    @Operation(summary = "The purchases of the caller's department, the last changed first")
    Mono<Page<PurchaseSummary>> list(
            Actor actor,
            @RequestParam(name = "state", required = false) @Nullable List<PurchaseState> state,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return purchases.ofDepartment(
                actor.department(), Objects.requireNonNullElse(state, List.of()), page.size(), page.after());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A purchase with its lots and its timeline")
    Mono<ResponseEntity<PurchaseDetails>> read(@Nullable Actor actor, @PathVariable UUID id, Locale locale) {
        return purchases
                .details(id)
                .map(purchase -> visible(purchase, actor))
                .map(purchase -> tagged(purchase, locale));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins a draft")
    Mono<ResponseEntity<PurchaseDetails>> create(Actor actor, @RequestBody PurchaseForm form, Locale locale) {
        return draft.create(actor, form)
                .flatMap(purchases::details)
                .map(purchase -> ResponseEntity.created(URI.create("/api/purchases/" + purchase.id()))
                        .eTag(Versions.etag(purchase.version()))
                        .body(worded(purchase, locale)));
    }

    @PostMapping("/{id}/repetition")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Copies the terminated lots into a new draft; those that too few came for are second runs, in which two bids suffice below the purchase limit")
    Mono<ResponseEntity<PurchaseDetails>> repeat(Actor actor, @PathVariable UUID id, Locale locale) {
        return repeat.by(actor, id)
                .flatMap(purchases::details)
                .map(purchase -> ResponseEntity.created(URI.create("/api/purchases/" + purchase.id()))
                        .eTag(Versions.etag(purchase.version()))
                        .body(worded(purchase, locale)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replaces a draft; If-Match names the version that was read")
    Mono<ResponseEntity<PurchaseDetails>> replace(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PurchaseForm form,
            Locale locale) {
        return draft.replace(actor, id, Versions.expected(ifMatch), form).then(whole(id, locale));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a draft")
    Mono<Void> delete(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return draft.delete(actor, id, Versions.expected(ifMatch));
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Submits a draft for review")
    Mono<ResponseEntity<PurchaseDetails>> submit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return submit.by(actor, id, seen(ifMatch)).then(whole(id, locale));
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Gives a submitted purchase back, with a reason")
    Mono<ResponseEntity<PurchaseDetails>> giveBack(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Reason reason,
            Locale locale) {
        return giveBack.by(actor, id, seen(ifMatch), Objects.requireNonNullElse(reason.reason(), ""))
                .then(whole(id, locale));
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Approves a submitted purchase and publishes its notice")
    Mono<NoticeDetails> approve(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return approve.by(actor, id, seen(ifMatch))
                .flatMap(notices::details)
                .map(notice -> notice.worded(words.requirements(locale)));
    }

    @GetMapping("/{id}/check")
    @Operation(summary = "What the rules find in a purchase as it is")
    Mono<List<FindingView>> check(Actor actor, @PathVariable UUID id, Locale locale) {
        return check.by(actor, id)
                .map(findings -> findings.stream()
                        .map(finding -> words.finding(finding, locale))
                        .toList());
    }

    @GetMapping("/{id}/comparison")
    @Operation(summary = "What changed since it was submitted the last time")
    Mono<ComparisonView> compare(Actor actor, @PathVariable UUID id, Locale locale) {
        return compare.by(actor, id)
                .map(comparison -> new ComparisonView(
                        comparison.since(),
                        comparison.changes().stream()
                                .map(change -> words.change(change, locale))
                                .toList()));
    }

    private Mono<ResponseEntity<PurchaseDetails>> whole(UUID id, Locale locale) {
        return Mono.defer(() -> purchases.details(id)).map(purchase -> tagged(purchase, locale));
    }

    private ResponseEntity<PurchaseDetails> tagged(PurchaseDetails purchase, Locale locale) {
        return Versions.tagged(worded(purchase, locale), purchase.version());
    }

    private PurchaseDetails worded(PurchaseDetails purchase, Locale locale) {
        return purchase.worded(words.requirements(locale), note -> words.text(note, locale));
    }

    private static PurchaseDetails visible(PurchaseDetails purchase, @Nullable Actor actor) {
        return purchase.seenBy(actor == null ? null : actor.departmentId());
    }

    /** An act names the version that it is about only if its caller looked at one. */
    private static @Nullable Long seen(@Nullable String ifMatch) {
        return ifMatch == null ? null : Long.valueOf(Versions.expected(ifMatch));
    }
}
