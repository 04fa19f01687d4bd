package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goufu.evaluation.domain.signal.Signal;
import org.goufu.evaluation.usecase.ReadSignals;
import org.goufu.evaluation.usecase.ReadSignals.Shown;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.matching.Conflict;
import org.goufu.matching.PhraseBook;
import org.goufu.platform.http.Texts;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What machines found in common between bids, in words. */
@RestController
class SignalController {
    private final ReadSignals signals;
    private final Texts texts;
    private final PhraseBook book;

    SignalController(ReadSignals signals, Texts texts, PhraseBook book) {
        this.signals = signals;
        this.texts = texts;
        this.book = book;
    }

    /**
     * A signal.
     *
     * @param bids in which it is, with who gave them
     * @param found what, and where
     * @param excerpt words that stand in both bids
     * @param article for which it may be evidence
     */
    record SignalView(
            Signal.Kind kind,
            List<Named> bids,
            String found,
            @Nullable String excerpt,
            String article) {}

    /** What the registry says of bidders (domain.md 2.5). */
    record RelationView(
            Conflict.Rule rule, Conflict.Severity severity, List<Named> bodies, String fact, String article) {}

    /**
     * All of it: evidence for the panel, which nobody else decides upon.
     *
     * @param foundAt null while the bids are still being compared
     * @param bids how many were compared
     * @param priced whether their prices were, too; no earlier than prices may be known
     * @param omitted how many signals are left out
     */
    record SignalList(
            @Nullable Instant foundAt,
            int bids,
            boolean priced,
            List<SignalView> items,
            int omitted,
            List<RelationView> relations) {}

    @GetMapping("/api/lots/{id}/signals")
    @Operation(
            summary =
                    "What bids of different bidders have in common and should not, for the panel, the department and supervisors;"
                            + " evidence, by which nothing is rejected")
    Mono<SignalList> list(Actor actor, @PathVariable UUID id, Locale locale) {
        return signals.by(actor, id)
                .map(shown -> new SignalList(
                        shown.foundAt(),
                        shown.bids(),
                        shown.priced(),
                        shown.signals().stream()
                                .map(signal -> view(signal, shown, locale))
                                .toList(),
                        shown.omitted(),
                        shown.conflicts().stream()
                                .map(conflict -> view(conflict, shown.names(), locale))
                                .toList()));
    }

    private SignalView view(Signal signal, Shown shown, Locale locale) {
        var code = signal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new SignalView(
                signal.kind(),
                named(signal.bids(), shown.names()),
                texts.text("signal." + code, locale, signal.arguments().toArray()),
                signal.excerpt(),
                article(signal, shown.method(), locale));
    }

    /** The article is about tenders; where another method is used it shows what is looked for (条例 第74条). */
    private String article(Signal signal, ProcurementMethod method, Locale locale) {
        var clause = texts.text("signal.clause." + signal.kind().clause(), locale);
        return texts.text(isTender(method) ? "signal.article" : "signal.article.other", locale, clause);
    }

    private static boolean isTender(ProcurementMethod method) {
        return method == ProcurementMethod.OPEN_TENDER || method == ProcurementMethod.INVITED_TENDER;
    }

    private RelationView view(Conflict conflict, Map<UUID, String> names, Locale locale) {
        return new RelationView(
                conflict.rule(),
                conflict.severity(),
                named(conflict.bodies(), names),
                book.text(conflict.fact(), locale),
                book.text(conflict.article(), locale));
    }

    private static List<Named> named(List<UUID> ids, Map<UUID, String> names) {
        return ids.stream().map(id -> new Named(id, names.getOrDefault(id, ""))).toList();
    }
}
