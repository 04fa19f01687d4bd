package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.purchase.Contact;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.Statutory;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.LotContent;
import org.goufu.purchase.http.Words.ChangeView;
import org.goufu.purchase.http.Words.FindingView;
import org.goufu.purchase.sql.NoticeDetails;
import org.goufu.purchase.sql.NoticeQueries;
import org.goufu.purchase.usecase.CorrectPurchase;
import org.goufu.purchase.usecase.CorrectPurchase.Draft;
import org.goufu.purchase.usecase.CorrectPurchase.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Corrections of a published call, until its deadline. */
@RestController
@RequestMapping("/api/purchases/{id}")
class CorrectionController {
    private final CorrectPurchase correct;
    private final NoticeQueries notices;
    private final Words words;

    CorrectionController(CorrectPurchase correct, NoticeQueries notices, Words words) {
        this.correct = correct;
        this.notices = notices;
        this.words = words;
    }

    /**
     * A correction before it is published.
     *
     * @param changes old and new, field by field
     * @param findings what stands in its way, and what should be looked at; by the rules of this moment
     * @param text what would hold of all that can be corrected
     * @param concernsBids whether bidders have to look at their bids again, so that the deadline must leave them time
     * @param earliest the first day that leaves them enough; null past the last loaded day of the calendar
     * @param officialPublication where the statutory medium published it, of a call above the purchase limit
     * @param writtenBy who wrote it
     * @param own whether that is the caller, who cannot publish it
     */
    record CorrectionView(
            String reason,
            List<ChangeView> changes,
            List<FindingView> findings,
            Text text,
            Instant deadlineBefore,
            boolean concernsBids,
            @Nullable LocalDate earliest,
            @Nullable OfficialPublication officialPublication,
            String writtenBy,
            boolean own) {}

    /** All that can be corrected. */
    record Text(
            @Nullable String description,
            List<LotText> lots,
            Instant bidDeadline,
            @Nullable Instant openingAt,
            @Nullable Contact contact,
            LowPriceRatios lowPrice,
            @Nullable Statutory statutory) {
        static Text of(Content content) {
            return new Text(
                    content.description(),
                    content.lots().stream().map(LotText::of).toList(),
                    Objects.requireNonNull(content.bidDeadline()),
                    content.openingAt(),
                    content.contact(),
                    LowPriceRatios.orLawful(content.lowPrice()),
                    content.statutory());
        }
    }

    /** All of a lot that can be corrected. */
    record LotText(@Nullable String description, List<Criterion> criteria) {
        static LotText of(LotContent lot) {
            return new LotText(lot.description(), lot.criteria());
        }
    }

    @GetMapping("/correction")
    @Operation(summary = "The correction that waits for the second person")
    Mono<CorrectionView> prepared(Actor actor, @PathVariable UUID id, Locale locale) {
        return correct.prepared(actor, id).map(draft -> view(draft, actor, locale));
    }

    @PostMapping("/correction/check")
    @Operation(summary = "What a correction would change and what stands in its way; nothing is kept")
    Mono<CorrectionView> check(Actor actor, @PathVariable UUID id, @RequestBody Written written, Locale locale) {
        return correct.check(actor, id, written).map(draft -> view(draft, actor, locale));
    }

    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Prepares a correction, or words it anew; another person publishes it")
    Mono<CorrectionView> prepare(Actor actor, @PathVariable UUID id, @RequestBody Written written, Locale locale) {
        return correct.prepare(actor, id, written).map(draft -> view(draft, actor, locale));
    }

    @DeleteMapping("/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a prepared correction back")
    Mono<Void> drop(Actor actor, @PathVariable UUID id) {
        return correct.drop(actor, id);
    }

    @PostMapping("/correction/publication")
    @Operation(summary = "Publishes the prepared correction (N06) and answers its notice")
    Mono<NoticeDetails> publish(Actor actor, @PathVariable UUID id, Locale locale) {
        return correct.publish(actor, id)
                .flatMap(notices::details)
                .map(notice -> notice.worded(words.requirements(locale)));
    }

    private CorrectionView view(Draft draft, Actor actor, Locale locale) {
        var correction = draft.correction();
        return new CorrectionView(
                correction.reason(),
                draft.changes().stream()
                        .map(change -> words.change(change, locale))
                        .toList(),
                draft.findings().stream()
                        .map(finding -> words.finding(finding, locale))
                        .toList(),
                Text.of(correction.content()),
                draft.deadlineBefore(),
                draft.concernsBids(),
                draft.earliest(),
                correction.official(),
                correction.byName(),
                correction.byId().equals(actor.accountId()));
    }
}
