package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.sql.ConsortiumQueries;
import org.goufu.bidding.sql.ConsortiumQueries.MemberRow;
import org.goufu.bidding.usecase.Consortia;
import org.goufu.bidding.usecase.Consortia.Held;
import org.goufu.bidding.usecase.ConsortiumSeats.Signature;
import org.goufu.bidding.usecase.DraftAgreement;
import org.goufu.bidding.usecase.DropAgreement;
import org.goufu.bidding.usecase.MakeBoxes;
import org.goufu.bidding.usecase.SignAgreement;
import org.goufu.bidding.usecase.SignAgreement.Text;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.platform.http.Versions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Agreements to bid together: drafted by a lead, signed by every member; to all others there is none before the opening. */
@RestController
@RequestMapping("/api/lots/{id}/consortium")
class ConsortiumController {
    private final DraftAgreement draft;
    private final DropAgreement drop;
    private final SignAgreement sign;
    private final Consortia consortia;
    private final ConsortiumQueries queries;
    private final MakeBoxes boxes;
    private final PurchaseDirectory purchases;
    private final BusinessClock clock;

    ConsortiumController(
            DraftAgreement draft,
            DropAgreement drop,
            SignAgreement sign,
            Consortia consortia,
            ConsortiumQueries queries,
            MakeBoxes boxes,
            PurchaseDirectory purchases,
            BusinessClock clock) {
        this.draft = draft;
        this.drop = drop;
        this.sign = sign;
        this.consortia = consortia;
        this.queries = queries;
        this.boxes = boxes;
        this.purchases = purchases;
        this.clock = clock;
    }

    /** What became of asking a member. */
    enum MemberState {
        ASKED,
        SIGNED,
        REFUSED,
        TAKEN_BACK,
        /** Signed by a key that was revoked since: what was given stays, the next bid needs another signature. */
        LAPSED;

        static MemberState of(MemberRow row) {
            if (row.answer() == null) return ASKED;
            if (row.endedAt() == null) return row.lapsed() ? LAPSED : valueOf(row.answer());
            return row.answer().equals("SIGNED") ? TAKEN_BACK : ASKED;
        }
    }

    /**
     * What one member does.
     *
     * @param share in hundredths of a percent of the price
     */
    record MemberForm(
            @NotNull UUID body,
            @NotNull String work,
            @NotNull Integer share) {
        DraftAgreement.Part part() {
            return new DraftAgreement.Part(body, work.strip(), share);
        }
    }

    /**
     * An agreement as it shall be: the caller among its members, shares that sum to 10,000; amounts are never sent.
     *
     * @param version of what was changed, 0 for the first
     */
    record AgreementForm(
            @NotNull List<@NotNull @Valid MemberForm> members,
            @NotNull Long version) {}

    /** @param by who answered for it */
    record MemberView(
            Named body,
            String work,
            int share,
            MemberState state,
            @Nullable Instant answeredAt,
            @Nullable String by) {
        static MemberView of(MemberRow row) {
            return new MemberView(
                    new Named(row.body(), row.name()),
                    row.work(),
                    row.share(),
                    MemberState.of(row),
                    row.endedAt() == null ? row.at() : row.endedAt(),
                    row.by());
        }
    }

    /**
     * A text with the signatures under it.
     *
     * @param hash SHA-256 of the bytes that members sign, in hexadecimal digits
     * @param version 0 of a text that was signed before and is asked for no more
     * @param terms the standing words
     * @param members the lead first
     */
    record AgreementView(
            Named lead, String hash, long version, Instant madeAt, String terms, List<MemberView> members) {
        static AgreementView of(List<MemberRow> rows) {
            var first = rows.getFirst();
            return new AgreementView(
                    new Named(first.lead(), first.name()),
                    first.hash(),
                    first.version(),
                    first.madeAt(),
                    first.terms(),
                    rows.stream().map(MemberView::of).toList());
        }
    }

    /**
     * The agreements of a lot in which the caller's body stands, its own first.
     *
     * @param accepted whether the notice takes consortia
     * @param now by the clock that decides
     * @param signedWith whose agreement the body signed, else null
     * @param missing members of the caller's bid that lies in the box whose signature does not stand any more
     */
    record ConsortiumView(
            UUID lotId,
            String lotTitle,
            UUID noticeId,
            Instant deadline,
            Instant now,
            boolean open,
            boolean accepted,
            @Nullable UUID signedWith,
            List<AgreementView> agreements,
            List<Named> missing) {}

    /**
     * A signature under exactly the text that was read.
     *
     * @param signature over the document's bytes (goufu-consortium/1) by {@code key}, ECDSA P-256 with SHA-256, two numbers of 32 bytes,
     *     Base64 for addresses without padding
     */
    record SignatureForm(
            @NotNull UUID lead,
            @NotNull String hash,
            @NotNull UUID key,
            @NotNull String signature) {}

    record RefusalForm(@NotNull UUID lead, @NotNull String hash) {}

    @GetMapping
    @Operation(summary = "The consortium agreements for a lot in which the caller's body stands, and who signed them")
    Mono<ConsortiumView> consortium(Actor actor, @PathVariable UUID id) {
        return boxes.box(id)
                .flatMap(box -> Mono.zip(
                                purchases.terms(id).switchIfEmpty(Mono.error(BidProblem.LOT_NOT_FOUND::raise)),
                                clock.now(),
                                queries.of(id, actor.organization()).collectList(),
                                queries.seat(id, actor.organization())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()),
                                consortia
                                        .standing(id, actor.organization())
                                        .map(ConsortiumController::missing)
                                        .defaultIfEmpty(List.of()))
                        .map(all -> view(
                                box,
                                all.getT1(),
                                all.getT2(),
                                all.getT3(),
                                all.getT4().orElse(null),
                                all.getT5())));
    }

    private static ConsortiumView view(
            Box box, LotTerms terms, Instant now, List<MemberRow> rows, @Nullable UUID seat, List<Named> missing) {
        var agreements =
                rows.stream().collect(Collectors.groupingBy(MemberRow::hash, LinkedHashMap::new, Collectors.toList()));
        return new ConsortiumView(
                box.lot(),
                box.title(),
                box.notice(),
                box.deadline(),
                now,
                box.open(),
                terms.acceptsConsortium(),
                seat,
                agreements.values().stream().map(AgreementView::of).toList(),
                missing);
    }

    private static List<Named> missing(Held held) {
        return held.agreement().members().stream()
                .filter(member -> held.missing().contains(member.body()))
                .map((Agreement.Member member) -> new Named(member.body(), member.name()))
                .toList();
    }

    @PutMapping
    @Operation(
            summary =
                    "Saves the caller's agreement as lead and asks every member to sign it; another word is another text")
    Mono<ConsortiumView> save(Actor actor, @PathVariable UUID id, @Valid @RequestBody AgreementForm form) {
        return draft.by(actor, id, form.members().stream().map(MemberForm::part).toList(), form.version())
                .then(Mono.defer(() -> consortium(actor, id)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Deletes the caller's agreement as lead while nobody has signed it; If-Match names the version that was read")
    Mono<Void> delete(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return drop.by(actor, id, Versions.expected(ifMatch));
    }

    @PostMapping("/signatures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Signs exactly the text that was read, for the caller's own body")
    Mono<Void> sign(Actor actor, @PathVariable UUID id, @Valid @RequestBody SignatureForm form) {
        var signature = Base64Url.read("/signature", form.signature(), BidProblem.SIGNATURE_WRONG);
        return sign.sign(actor, new Text(id, form.lead(), form.hash()), new Signature(form.key(), signature));
    }

    @PostMapping("/refusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuses the text that was read; the lead is told")
    Mono<Void> refuse(Actor actor, @PathVariable UUID id, @Valid @RequestBody RefusalForm form) {
        return sign.refuse(actor, new Text(id, form.lead(), form.hash()));
    }

    @PostMapping("/signatures/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes the body's signature back, until the deadline; the lead is told at once")
    Mono<Void> takeBack(Actor actor, @PathVariable UUID id) {
        return sign.takeBack(actor, id);
    }
}
