package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactTexts;
import org.goufu.organization.domain.FactRules;
import org.goufu.organization.domain.Registration.Contact;
import org.goufu.organization.http.FactController.Created;
import org.goufu.organization.http.FactController.Reason;
import org.goufu.organization.sql.FactQueries;
import org.goufu.organization.usecase.HandInEvidence;
import org.goufu.organization.usecase.KeepDossier;
import org.goufu.organization.usecase.ReadBodies;
import org.goufu.platform.files.Downloads;
import org.goufu.platform.files.Upload;
import org.goufu.platform.http.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The dossier of the caller's own body. */
@RestController
@RequestMapping("/api/me/dossier")
class DossierController {
    private final KeepDossier keep;
    private final HandInEvidence evidence;
    private final ReadBodies read;
    private final FactQueries facts;
    private final FactViews views;
    private final FactTexts texts;
    private final Downloads downloads;

    DossierController(
            KeepDossier keep,
            HandInEvidence evidence,
            ReadBodies read,
            FactQueries facts,
            FactViews views,
            FactTexts texts,
            Downloads downloads) {
        this.keep = keep;
        this.evidence = evidence;
        this.read = read;
        this.facts = facts;
        this.views = views;
        this.texts = texts;
        this.downloads = downloads;
    }

    /**
     * All that a body has on record about itself, kept once for all bids.
     *
     * @param declarable what it may declare itself
     * @param missing what others will ask for and nobody knows
     * @param expiring ids of facts that run out within 60 days, the next one first
     * @param contact by whom its registrar reaches it; null when the registration names nobody
     * @param items what stands, and what a registrar rejected lately
     */
    record DossierView(
            UUID id,
            String name,
            BodyKind kind,
            LocalDate today,
            List<Declarable> declarable,
            List<Missing> missing,
            List<UUID> expiring,
            @Nullable Contact contact,
            List<FactView> items) {}

    record Declarable(FactKind kind, String kindName, boolean needsEvidence) {}

    /** @param year of an inspection, else null */
    record Missing(FactKind kind, String kindName, @Nullable Integer year) {}

    @GetMapping
    @Operation(summary = "What is on record about the caller's body, what is missing, what runs out")
    Mono<ResponseEntity<DossierView>> show(Actor actor, Locale locale) {
        return read.dossier(actor)
                .flatMap(dossier -> views.of(facts.ofDossier(dossier.body().id()), locale)
                        .map(items -> Versions.tagged(
                                view(dossier, items, locale), dossier.body().version())));
    }

    private DossierView view(ReadBodies.Dossier dossier, List<FactView> items, Locale locale) {
        var body = dossier.body();
        return new DossierView(
                body.id(),
                body.name(),
                body.kind(),
                dossier.today(),
                FactRules.declarable(body).stream()
                        .map(kind -> new Declarable(kind, texts.kind(kind, locale), FactRules.needsEvidence(kind)))
                        .toList(),
                dossier.gaps().missing().stream()
                        .map(gap -> new Missing(gap.kind(), texts.kind(gap.kind(), locale), gap.year()))
                        .toList(),
                dossier.gaps().expiring().stream().map(fact -> fact.id()).toList(),
                body.registration().contact(),
                items);
    }

    @PostMapping("/facts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Declares a fact about the caller's body; it counts at once and waits for the registrar")
    Mono<Created> declare(Actor actor, @Valid @RequestBody FactRequest request) {
        return keep.declare(actor, request.fact()).map(Created::new);
    }

    @PostMapping("/facts/{fact}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back what the body declared")
    Mono<Void> withdraw(Actor actor, @PathVariable UUID fact, @RequestBody Reason reason) {
        return keep.withdraw(actor, fact, reason.text());
    }

    @PostMapping("/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hands in a scan or photograph (multipart/form-data, part \"file\") to show a fact with")
    Mono<EvidenceView> handIn(Actor actor, @RequestPart("file") FilePart file) {
        return evidence.own(actor, Upload.ofPaper(file.filename(), file.content()))
                .map(EvidenceView::of);
    }

    @GetMapping("/evidence/{file}")
    @Operation(summary = "The file that shows a fact of the caller's body")
    Mono<ResponseEntity<Flux<DataBuffer>>> evidence(Actor actor, @PathVariable UUID file) {
        return evidence.ofOwn(actor, file).map(downloads::of);
    }
}
