package org.goufu.matching.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.matching.Conflict;
import org.goufu.matching.Eligibility;
import org.goufu.matching.PhraseBook;
import org.goufu.matching.domain.Assessment.Through;
import org.goufu.matching.usecase.CheckConflicts;
import org.goufu.matching.usecase.CheckConsortium;
import org.goufu.matching.usecase.CheckConsortium.Judged;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Conflicts of interest of an intended bid, and who may form a consortium. */
@RestController
class ConflictController {
    /** What no registry knows: bidders declare it with their bid. */
    private static final List<Conflict.Rule> DECLARED =
            List.of(Conflict.Rule.C01, Conflict.Rule.C04, Conflict.Rule.C05, Conflict.Rule.C06, Conflict.Rule.C08);

    private final CheckConflicts conflicts;
    private final CheckConsortium consortium;
    private final EligibilityPages pages;
    private final Wording wording;
    private final PhraseBook book;

    ConflictController(
            CheckConflicts conflicts,
            CheckConsortium consortium,
            EligibilityPages pages,
            Wording wording,
            PhraseBook book) {
        this.conflicts = conflicts;
        this.consortium = consortium;
        this.pages = pages;
        this.wording = wording;
        this.book = book;
    }

    /** A conflict in words. */
    record ConflictView(
            Conflict.Rule rule,
            Conflict.Severity severity,
            List<Named> bodies,
            String fact,
            String article,
            String remedy) {}

    /** A rule that rests on what bidders declare. */
    record DeclaredRule(Conflict.Rule rule, String text, String article) {}

    /**
     * The whole answer.
     *
     * @param foreseen what would arise if a body close to the bidder bid as well
     * @param declared rules about which no registry knows anything: they are answered with the bid
     */
    record ConflictList(
            List<ConflictView> items, List<ConflictView> foreseen, List<DeclaredRule> declared, Instant asOf) {}

    /** Who wants to bid together. */
    record Consortium(@NotNull List<@NotNull UUID> members) {}

    /** One federation as the lawful alternative for a group. */
    record Alternative(Named federation, Eligibility eligibility) {}

    /**
     * A member of the intended consortium.
     *
     * @param through the lawful alternative for a member that is no legal person
     */
    record MemberView(
            Named body,
            boolean admissible,
            List<VerdictView> verdicts,
            List<Alternative> through,
            @Nullable String alternative) {}

    /** Whether the law lets these bodies bid together. */
    record ConsortiumView(boolean admissible, String rule, List<MemberView> members, Instant asOf) {}

    @GetMapping("/api/lots/{id}/conflicts")
    @Operation(
            summary =
                    "Conflicts of an intended bid, each with rule, article and facts; for the bidder's own staff, the lot's"
                            + " department and supervisors")
    Mono<ConflictList> conflicts(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "bidder") UUID bidder,
            @RequestParam(name = "members", defaultValue = "") List<UUID> members,
            @RequestParam(name = "consortium", defaultValue = "false") boolean together,
            Locale locale) {
        return conflicts
                .by(actor, id, bidder, new LinkedHashSet<>(members), together)
                .map(checked -> new ConflictList(
                        views(checked.conflicts(), checked.names(), locale),
                        views(checked.foreseen(), checked.names(), locale),
                        DECLARED.stream().map(rule -> declared(rule, locale)).toList(),
                        checked.asOf()));
    }

    private List<ConflictView> views(List<Conflict> conflicts, Map<UUID, String> names, Locale locale) {
        return conflicts.stream().map(conflict -> view(conflict, names, locale)).toList();
    }

    private ConflictView view(Conflict conflict, Map<UUID, String> names, Locale locale) {
        return new ConflictView(
                conflict.rule(),
                conflict.severity(),
                conflict.bodies().stream()
                        .map(body -> new Named(body, names.getOrDefault(body, "")))
                        .toList(),
                book.text(conflict.fact(), locale),
                book.text(conflict.article(), locale),
                book.text(conflict.remedy(), locale));
    }

    private DeclaredRule declared(Conflict.Rule rule, Locale locale) {
        var key = "conflict." + rule.name().toLowerCase(Locale.ROOT);
        return new DeclaredRule(rule, wording.text(key + ".declare", locale), wording.text(key + ".article", locale));
    }

    @PostMapping("/api/lots/{id}/consortium-check")
    @Operation(
            summary =
                    "Whether these bodies may bid as a consortium; for a member that is no legal person the article and the"
                            + " lawful alternative")
    Mono<ConsortiumView> consortium(
            Actor actor, @PathVariable UUID id, @Valid @RequestBody Consortium request, Locale locale) {
        return consortium
                .by(actor, id, new LinkedHashSet<>(request.members()))
                .map(checked -> new ConsortiumView(
                        checked.admissible(),
                        wording.text("consortium.rule", locale),
                        checked.members().stream()
                                .map(judged -> view(judged, checked.asOf(), locale))
                                .toList(),
                        checked.asOf()));
    }

    private MemberView view(Judged judged, Instant asOf, Locale locale) {
        var member = judged.member();
        return new MemberView(
                member.body(),
                member.admissible(),
                pages.verdicts(member.verdicts(), asOf, locale),
                judged.through().stream().map(ConflictController::alternative).toList(),
                member.admissible() ? null : wording.text(alternative(judged), locale));
    }

    private static Alternative alternative(Through through) {
        return new Alternative(through.federation(), through.eligibility());
    }

    /** A legal person mends what is missing; a group goes through its federation, or is registered first. */
    private static String alternative(Judged judged) {
        var legal = judged.member().verdicts().size() > 1;
        if (legal) return "consortium.alternative.mend";
        return judged.through().isEmpty() ? "consortium.alternative.register" : "consortium.alternative.through";
    }
}
