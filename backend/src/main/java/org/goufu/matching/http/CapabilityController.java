package org.goufu.matching.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.matching.Phrase;
import org.goufu.matching.PhraseBook;
import org.goufu.matching.domain.CapabilityBoard;
import org.goufu.matching.domain.ConditionKind;
import org.goufu.matching.usecase.ShowCapabilities;
import org.goufu.matching.usecase.ShowCapabilities.Shown;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The capability board of a federation. */
@RestController
class CapabilityController {
    private final ShowCapabilities capabilities;
    private final Wording wording;
    private final PhraseBook book;

    CapabilityController(ShowCapabilities capabilities, Wording wording, PhraseBook book) {
        this.capabilities = capabilities;
        this.wording = wording;
        this.book = book;
    }

    /** A member and whether the federation may name it. */
    record MemberView(
            Named body,
            List<Coded> categories,
            boolean ready,
            @Nullable String missing,
            @Nullable String remedy) {}

    /** A category with those who do it. */
    record ServiceView(Coded category, boolean own, List<Named> ready, List<Named> notReady) {}

    /** Staff with a certificate. */
    record StaffView(String certificate, String name, long own, long members) {}

    /** A lot that went past. */
    record LotRef(UUID id, UUID noticeId, String title, long budgetFen, boolean open) {}

    /** One thing that was missing, and how often. */
    record MissingView(
            ConditionKind kind,
            String fact,
            String remedy,
            int lots,
            int open,
            long budgetFen,
            List<LotRef> examples) {}

    /**
     * The board.
     *
     * @param lots how many lots of the county were looked at, of the last year, the newest first
     * @param missed how many of them the federation could not have bid for
     */
    record Board(
            List<MemberView> members,
            List<ServiceView> services,
            List<StaffView> staff,
            List<Coded> places,
            List<MissingView> missing,
            int lots,
            int missed,
            Instant asOf) {}

    @GetMapping("/api/federations/{id}/capabilities")
    @Operation(
            summary =
                    "What a federation and its members can do together, and what was missing for the county's purchases of the"
                            + " last year; for its staff and the registrars of its street")
    Mono<Board> capabilities(Actor actor, @PathVariable UUID id, Locale locale) {
        return capabilities.by(actor, id).map(shown -> view(shown, locale));
    }

    private Board view(Shown shown, Locale locale) {
        var board = shown.board();
        return new Board(
                board.members().stream().map(member -> view(member, locale)).toList(),
                board.services().stream().map(this::view).toList(),
                board.staff().stream().map(staff -> view(staff, locale)).toList(),
                board.places().stream().map(wording::region).toList(),
                board.missing().stream().map(missing -> view(missing, locale)).toList(),
                shown.lots(),
                shown.missed(),
                shown.asOf());
    }

    private MemberView view(CapabilityBoard.Member member, Locale locale) {
        return new MemberView(
                member.body(),
                member.categories().stream().map(wording::category).toList(),
                member.ready(),
                said(member.missing(), locale),
                said(member.remedy(), locale));
    }

    private @Nullable String said(@Nullable Phrase phrase, Locale locale) {
        return phrase == null ? null : book.text(phrase, locale);
    }

    private ServiceView view(CapabilityBoard.Service service) {
        return new ServiceView(
                wording.category(service.category()), service.own(), service.ready(), service.notReady());
    }

    private StaffView view(CapabilityBoard.Staff staff, Locale locale) {
        return new StaffView(
                staff.certificate(),
                book.text(Phrase.of("capability.staff", Phrase.qualification(staff.certificate())), locale),
                staff.own(),
                staff.members());
    }

    private MissingView view(CapabilityBoard.Missing missing, Locale locale) {
        return new MissingView(
                missing.kind(),
                book.text(missing.fact(), locale),
                book.text(missing.remedy(), locale),
                missing.lots(),
                missing.open(),
                missing.budgetFen(),
                missing.examples().stream().map(CapabilityController::view).toList());
    }

    private static LotRef view(PublishedLot lot) {
        return new LotRef(lot.id(), lot.noticeId(), lot.noticeTitle(), lot.budgetFen(), lot.open());
    }
}
