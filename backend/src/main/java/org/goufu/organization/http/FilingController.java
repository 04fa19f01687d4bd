package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Page;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.FilingWish;
import org.goufu.organization.domain.Attachment;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.FilingState;
import org.goufu.organization.sql.FilingQueries;
import org.goufu.organization.sql.FilingQueries.FilingRow;
import org.goufu.organization.sql.HistoryRow;
import org.goufu.organization.usecase.ApplyFiling;
import org.goufu.organization.usecase.FilingForm;
import org.goufu.organization.usecase.ReadFilings;
import org.goufu.platform.files.Downloads;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.files.Upload;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Versions;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
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

/** Filings: what is written about a group, by whom, and since when; what is decided about it has a door of its own. */
@RestController
@RequestMapping("/api/filings")
class FilingController {
    private final ApplyFiling apply;
    private final ReadFilings read;
    private final FilingQueries queries;
    private final Regions regions;
    private final ServiceCategories categories;
    private final Downloads downloads;

    FilingController(
            ApplyFiling apply,
            ReadFilings read,
            FilingQueries queries,
            Regions regions,
            ServiceCategories categories,
            Downloads downloads) {
        this.apply = apply;
        this.read = read;
        this.queries = queries;
        this.regions = regions;
        this.categories = categories;
        this.downloads = downloads;
    }

    /** @param asked what the group's contact waits for, null when nothing */
    record FilingItem(
            UUID id,
            FilingState state,
            String name,
            Coded community,
            @Nullable String number,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate validTo,
            @Nullable FilingWish asked,
            Instant updatedAt) {}

    /** An act: every item with what stood there before and what stands there since. */
    record ActItem(
            long version,
            Instant at,
            String byName,
            FilingAct act,
            @Nullable String reason,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {

        static ActItem of(HistoryRow<FilingAct> row) {
            return new ActItem(
                    row.version(), row.at(), row.byName(), row.act(), row.reason(), row.before(), row.after());
        }
    }

    /** @param verified whether it was read in the place's own document */
    record RuleView(
            int minMembers, List<Attachment.Kind> papers, int validityYears, String authority, boolean verified) {}

    @GetMapping
    @Operation(summary = "The filings of the caller's region, the last begun first")
    Mono<Page<FilingItem>> list(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(name = "state", required = false) @Nullable FilingState state,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return queries.list(actor.region().value(), state, text.strip(), page.afterId(), page.size() + 1)
                .collectList()
                .map(rows -> page(rows, page.size()));
    }

    private Page<FilingItem> page(List<FilingRow> rows, int size) {
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        return Page.cut(
                rows.stream().map(this::item).toList(),
                size,
                total,
                item -> PageRequest.cursor(item.id().toString()));
    }

    private FilingItem item(FilingRow row) {
        return new FilingItem(
                row.id(),
                row.state(),
                row.name(),
                regions.coded(row.communityCode()),
                row.number(),
                row.filedOn(),
                row.validTo(),
                row.asked(),
                row.updatedAt());
    }

    @GetMapping("/rule")
    @Operation(summary = "What a place asks for before a group is filed there")
    Mono<RuleView> rule(Actor actor, @RequestParam(name = "place") String place) {
        return read.rule(actor, place(place))
                .map(rule -> new RuleView(
                        rule.minMembers(),
                        rule.papers().stream().sorted().toList(),
                        rule.validityYears(),
                        rule.authority(),
                        rule.verified()));
    }

    private static RegionCode place(String code) {
        try {
            return new RegionCode(code);
        } catch (IllegalArgumentException malformed) {
            throw HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("place", "invalid")), "place");
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Writes down a group; acknowledged names the warnings that the clerk accepts")
    Mono<ResponseEntity<FilingView>> begin(Actor actor, @RequestBody FilingForm form) {
        return apply.begin(actor, form)
                .flatMap(id -> read.of(actor, id))
                .flatMap(filing -> view(filing, actor))
                .map(view -> ResponseEntity.created(URI.create("/api/filings/" + view.id()))
                        .eTag(Versions.etag(view.version()))
                        .body(view));
    }

    @PostMapping("/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hands in a scan or photograph (multipart/form-data, part \"file\") for a filing")
    Mono<EvidenceView> handIn(Actor actor, @RequestPart("file") FilePart file) {
        return read.handIn(actor, Upload.ofPaper(file.filename(), file.content()))
                .map(EvidenceView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A filing, for the registrars above the group and its own contact")
    Mono<ResponseEntity<FilingView>> show(Actor actor, @PathVariable UUID id) {
        return read.of(actor, id).flatMap(filing -> tagged(filing, actor));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes what is written about the group; If-Match names the version that was read")
    Mono<ResponseEntity<FilingView>> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FilingForm form) {
        return apply.change(actor, id, Versions.expected(ifMatch), form)
                .then(Mono.defer(() -> read.of(actor, id)))
                .flatMap(filing -> tagged(filing, actor));
    }

    @GetMapping("/{id}/attachments/{file}")
    @Operation(summary = "A paper of the filing")
    Mono<ResponseEntity<Flux<DataBuffer>>> paper(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        return read.paper(actor, id, file).map(downloads::of);
    }

    @GetMapping("/{id}/acts")
    @Operation(summary = "Who did what to the filing when, the last act first")
    Mono<Page<ActItem>> acts(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return read.of(actor, id)
                .flatMapMany(filing -> queries.acts(id, page.belowVersion(), page.size() + 1))
                .collectList()
                .map(rows -> HistoryPages.of(rows, page.size(), ActItem::of));
    }

    @PostMapping("/{id}/submission")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sends the application to the community for its opinion")
    Mono<Void> submit(Actor actor, @PathVariable UUID id) {
        return apply.submit(actor, id);
    }

    private Mono<ResponseEntity<FilingView>> tagged(Filing filing, Actor actor) {
        return view(filing, actor).map(view -> Versions.tagged(view, view.version()));
    }

    private Mono<FilingView> view(Filing filing, Actor actor) {
        return read.papers(filing)
                .collectMap(StoredFile::id)
                .map(files -> FilingView.of(filing, files, actor, regions, categories));
    }
}
