package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Page;
import org.goufu.organization.sql.FactQueries;
import org.goufu.organization.sql.FactRow;
import org.goufu.organization.usecase.HandInEvidence;
import org.goufu.organization.usecase.ReadBodies;
import org.goufu.organization.usecase.RecordFacts;
import org.goufu.platform.files.Downloads;
import org.goufu.platform.files.Upload;
import org.goufu.platform.http.PageRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The facts of the bodies of a registrar's region. */
@RestController
@RequestMapping("/api/registry")
class FactController {
    private static final int COUNTY = 3;

    private final RecordFacts record;
    private final HandInEvidence evidence;
    private final ReadBodies read;
    private final FactQueries facts;
    private final FactViews views;
    private final Downloads downloads;

    FactController(
            RecordFacts record,
            HandInEvidence evidence,
            ReadBodies read,
            FactQueries facts,
            FactViews views,
            Downloads downloads) {
        this.record = record;
        this.evidence = evidence;
        this.read = read;
        this.facts = facts;
        this.views = views;
        this.downloads = downloads;
    }

    record Created(UUID id) {}

    /** Why a fact is taken back. */
    record Reason(@Nullable String reason) {
        String text() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping("/bodies/{id}/facts")
    @Operation(summary = "Everything on record about a body, what was withdrawn too; the last recorded first")
    Mono<Page<FactView>> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var page = PageRequest.of(size, after);
        var before = page.afterId();
        return read.of(actor, id)
                .flatMapMany(body -> facts.ofBody(id, before, page.size() + 1))
                .collectList()
                .flatMap(rows -> page(rows, page.size(), locale));
    }

    @GetMapping("/confirmations")
    @Operation(
            summary =
                    "What bodies of the caller's region declared themselves and nobody has looked at, the oldest first")
    Mono<Page<FactView>> confirmations(
            Actor actor,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var page = PageRequest.of(size, after);
        var region = actor.region();
        return facts.toConfirm(region.value(), region.level() <= COUNTY, page.afterId(), page.size() + 1)
                .collectList()
                .flatMap(rows -> page(rows, page.size(), locale));
    }

    private Mono<Page<FactView>> page(List<FactRow> rows, int size, Locale locale) {
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        return views.of(Flux.fromIterable(rows), locale)
                .map(items -> Page.cut(
                        items, size, total, item -> PageRequest.cursor(item.id().toString())));
    }

    @PostMapping("/bodies/{id}/facts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Puts a fact on record; an earlier one about the same matter ends on the day before")
    Mono<Created> add(Actor actor, @PathVariable UUID id, @Valid @RequestBody FactRequest request) {
        return record.add(actor, id, request.fact()).map(Created::new);
    }

    @PostMapping("/bodies/{id}/facts/{fact}/replacement")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Corrects a fact: withdraws it with a reason and puts another one in its place")
    Mono<Created> replace(
            Actor actor, @PathVariable UUID id, @PathVariable UUID fact, @Valid @RequestBody FactRequest request) {
        return record.replace(actor, id, fact, request.fact(), request.why()).map(Created::new);
    }

    @PostMapping("/bodies/{id}/facts/{fact}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a fact back that was wrong; it stays readable with the reason")
    Mono<Void> withdraw(Actor actor, @PathVariable UUID id, @PathVariable UUID fact, @RequestBody Reason reason) {
        return record.withdraw(actor, id, fact, reason.text());
    }

    @PostMapping("/bodies/{id}/facts/{fact}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirms what the body declared itself")
    Mono<Void> confirm(Actor actor, @PathVariable UUID id, @PathVariable UUID fact) {
        return record.confirm(actor, id, fact);
    }

    @PostMapping("/bodies/{id}/facts/{fact}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Rejects what the body declared itself; the body reads the reason")
    Mono<Void> reject(Actor actor, @PathVariable UUID id, @PathVariable UUID fact, @RequestBody Reason reason) {
        return record.reject(actor, id, fact, reason.text());
    }

    @PostMapping("/bodies/{id}/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hands in a scan or photograph (multipart/form-data, part \"file\") to show a fact with")
    Mono<EvidenceView> handIn(Actor actor, @PathVariable UUID id, @RequestPart("file") FilePart file) {
        return evidence.about(actor, id, Upload.ofPaper(file.filename(), file.content()))
                .map(EvidenceView::of);
    }

    @GetMapping("/bodies/{id}/evidence/{file}")
    @Operation(summary = "The file that shows a fact")
    Mono<ResponseEntity<Flux<DataBuffer>>> evidence(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        return evidence.seenBy(actor, id, file).map(downloads::of);
    }
}
