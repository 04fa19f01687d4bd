package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Page;
import org.goufu.organization.domain.ImportField;
import org.goufu.organization.domain.ImportKind;
import org.goufu.organization.sql.ImportQueries;
import org.goufu.organization.sql.ImportRow;
import org.goufu.organization.sql.ImportRow.Kept;
import org.goufu.organization.sql.ImportRow.Outcome;
import org.goufu.organization.usecase.StartImport;
import org.goufu.organization.usecase.SteerImport;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Texts;
import org.goufu.platform.http.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that registrars import. */
@RestController
@RequestMapping("/api/registry/imports")
class ImportController {
    private final StartImport start;
    private final SteerImport steer;
    private final ImportQueries queries;
    private final RefusedFile refusedFile;
    private final RowTexts rowTexts;
    private final Texts texts;

    ImportController(
            StartImport start,
            SteerImport steer,
            ImportQueries queries,
            RefusedFile refusedFile,
            RowTexts rowTexts,
            Texts texts) {
        this.start = start;
        this.steer = steer;
        this.queries = queries;
        this.refusedFile = refusedFile;
        this.rowTexts = rowTexts;
        this.texts = texts;
    }

    /** What an upload is answered with. */
    record Started(UUID id) {}

    /** Column by column of the file what it says; null for a column that is left aside. */
    record ColumnChoice(@NotNull @Size(max = 200) List<@Nullable ImportField> fields) {}

    /** A row with its reasons in words. */
    record RowView(
            int number,
            Outcome outcome,
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable UUID bodyId,
            Map<String, List<@Nullable String>> changes,
            List<RowTexts.Reason> problems,
            @Nullable Boolean undone,
            @Nullable Kept keptFor) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Takes a file in; it is read and compared in the background, and nothing is written")
    Mono<ResponseEntity<Started>> upload(
            Actor actor,
            @RequestParam(name = "kind", defaultValue = "REGISTER") ImportKind kind,
            @RequestPart("file") FilePart file) {
        return start.by(actor, kind, file.filename(), file.content())
                .map(id -> ResponseEntity.created(URI.create("/api/registry/imports/" + id))
                        .body(new Started(id)));
    }

    @GetMapping
    @Operation(summary = "The imports of the caller's region, the newest first")
    Mono<Page<ImportView>> list(
            Actor actor,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var page = PageRequest.of(size, after);
        return queries.list(actor.region(), page.size(), page.afterId())
                .map(found -> new Page<>(
                        found.items().stream()
                                .map(summary -> ImportView.of(summary, texts, locale))
                                .toList(),
                        found.total(),
                        found.totalIsLowerBound(),
                        found.next()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import is and what it would change; ask again while it is at work")
    Mono<ResponseEntity<ImportView>> one(Actor actor, @PathVariable UUID id, Locale locale) {
        return queries.one(actor.region(), id)
                .map(summary -> Versions.tagged(ImportView.of(summary, texts, locale), summary.version()));
    }

    @GetMapping("/{id}/rows")
    @Operation(summary = "The rows of an import with what becomes of them, in the order of the file")
    Mono<Page<RowView>> rows(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "outcome", required = false) @Nullable Outcome outcome,
            @RequestParam(name = "kept", required = false) @Nullable Boolean kept,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var page = PageRequest.of(size, after);
        var question = new ImportQueries.Question(outcome, kept, text.strip());
        return queries.one(actor.region(), id)
                .then(Mono.defer(() -> queries.rows(id, question, page.size(), number(page.after()))))
                .map(found -> new Page<>(
                        found.items().stream().map(row -> view(row, locale)).toList(),
                        found.total(),
                        found.totalIsLowerBound(),
                        found.next()));
    }

    private RowView view(ImportRow row, Locale locale) {
        return new RowView(
                row.number(),
                row.outcome(),
                row.name(),
                row.creditCode(),
                row.bodyId(),
                row.changes(),
                rowTexts.of(row.problems(), locale),
                row.undone(),
                row.keptFor());
    }

    @GetMapping("/{id}/refused.xlsx")
    @Operation(summary = "The refused rows as a workbook, with the reasons in the last column, to mend and send again")
    Mono<ResponseEntity<Flux<DataBuffer>>> refused(Actor actor, @PathVariable UUID id, Locale locale) {
        return queries.one(actor.region(), id)
                .filter(summary -> summary.mapping() != null)
                .switchIfEmpty(Mono.error(HttpProblem.NOT_FOUND::raise))
                .map(summary -> refusedFile.of(summary, locale));
    }

    @PutMapping("/{id}/columns")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Reads the file again with other columns; If-Match names the version that was looked at")
    Mono<Void> remap(
            Actor actor,
            @PathVariable UUID id,
            @Valid @RequestBody ColumnChoice choice,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return steer.remap(actor, id, choice.fields(), Versions.expected(ifMatch));
    }

    @PostMapping("/{id}/application")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Writes all new and changed rows, or none of them, in the background")
    Mono<Void> apply(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return steer.apply(actor, id, Versions.expected(ifMatch));
    }

    @PostMapping("/{id}/undoing")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Takes an applied import back where nobody changed a body since, and names the others")
    Mono<Void> undo(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return steer.undo(actor, id, Versions.expected(ifMatch));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throws an import away that wrote nothing")
    Mono<Void> discard(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return steer.discard(actor, id, Versions.expected(ifMatch));
    }

    private static int number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException none) {
            throw PageRequest.unreadable();
        }
    }
}
