package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Page;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.Standing;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.sql.HistoryRow;
import org.goufu.organization.sql.RegistryQueries;
import org.goufu.organization.sql.RegistryQueries.OrganizationRow;
import org.goufu.organization.sql.RegistryQueries.Question;
import org.goufu.organization.usecase.KeepOrganizations;
import org.goufu.organization.usecase.OrganizationForm;
import org.goufu.organization.usecase.ReadBodies;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.http.Moved;
import org.goufu.platform.http.Moved.MayPointOn;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Versions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
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

/** The organizations of a registrar's region, and every body's history. */
@RestController
@RequestMapping("/api/registry")
class RegistryController {
    private final KeepOrganizations keep;
    private final ReadBodies read;
    private final RegistryQueries queries;
    private final Regions regions;
    private final CodeNames names;
    private final BusinessClock clock;

    RegistryController(
            KeepOrganizations keep,
            ReadBodies read,
            RegistryQueries queries,
            Regions regions,
            CodeNames names,
            BusinessClock clock) {
        this.keep = keep;
        this.read = read;
        this.queries = queries;
        this.regions = regions;
        this.names = names;
        this.clock = clock;
    }

    /** @param waiting how many of its own declarations nobody has looked at */
    record OrganizationItem(
            UUID id,
            String name,
            BodyKind kind,
            LegalForm legalForm,
            String creditCode,
            Coded region,
            @Nullable LocalDate foundedOn,
            Standing status,
            long waiting) {}

    /**
     * An act: every field with what stood there before and what stands there since.
     *
     * @param names of the places and services whose codes stand there, by code
     */
    record HistoryItem(
            long version,
            Instant at,
            String byName,
            BodyAct act,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            Map<String, String> names) {}

    @GetMapping("/organizations")
    @Operation(summary = "The registered bodies of the caller's region, by name")
    Mono<Page<OrganizationItem>> list(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(name = "region", required = false) @Nullable String region,
            @RequestParam(name = "legalForm", required = false) @Nullable LegalForm form,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        var under = under(actor.region(), region);
        var last = page.afterKeyed();
        return clock.today()
                .flatMapMany(today -> queries.organizations(
                        new Question(under, text.strip(), form == null ? null : form.name(), today),
                        last == null ? "" : last.key(),
                        last == null ? null : last.id(),
                        page.size() + 1))
                .collectList()
                .map(rows -> page(rows, page.size()));
    }

    private Page<OrganizationItem> page(List<OrganizationRow> rows, int size) {
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        return Page.cut(
                rows.stream().map(this::item).toList(),
                size,
                total,
                item -> PageRequest.cursor(item.id(), item.name()));
    }

    /** A place outside the registrar's region holds nothing for him. */
    private String under(RegionCode own, @Nullable String asked) {
        if (asked == null || asked.isEmpty()) return own.value();
        if (regions.find(asked).isEmpty()) {
            throw HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("region", "invalid")), "region");
        }
        if (!own.covers(new RegionCode(asked))) {
            throw OrganizationProblem.NOT_FOUND.raise();
        }
        return asked;
    }

    private OrganizationItem item(OrganizationRow row) {
        return new OrganizationItem(
                row.id(),
                row.name(),
                row.kind(),
                row.legalForm(),
                row.creditCode(),
                regions.coded(row.regionCode()),
                row.foundedOn(),
                row.status(),
                row.waiting());
    }

    @PostMapping("/organizations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers an organization; acknowledged names the warnings that the registrar accepts")
    Mono<ResponseEntity<OrganizationRecord>> register(Actor actor, @RequestBody OrganizationForm form) {
        return keep.register(actor, form)
                .flatMap(id -> read.of(actor, id))
                .flatMap(this::view)
                .map(view -> ResponseEntity.created(URI.create("/api/registry/organizations/" + view.id()))
                        .eTag(Versions.etag(view.version()))
                        .body(view));
    }

    @GetMapping("/organizations/{id}")
    @Operation(summary = "A registered body as its registrar keeps it")
    Mono<ResponseEntity<OrganizationRecord>> organization(Actor actor, @PathVariable UUID id) {
        return read.organization(actor, id).flatMap(this::tagged);
    }

    @GetMapping("/bodies/{id}")
    @Operation(
            summary =
                    "Any body of the caller's region: an organization, a federation or a filed group; an entry that was joined with another body points there")
    @MayPointOn
    Mono<ResponseEntity<OrganizationRecord>> body(Actor actor, @PathVariable UUID id, ServerHttpRequest request) {
        return read.goingOn(actor, id)
                .flatMap(body -> tagged(body)
                        .map(answer -> Moved.unlessAt(id, body.id(), "/api/registry/bodies/", request, () -> answer)));
    }

    @PutMapping("/organizations/{id}")
    @Operation(summary = "Changes what is registered; If-Match names the version that was read")
    Mono<ResponseEntity<OrganizationRecord>> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OrganizationForm form) {
        return keep.change(actor, id, Versions.expected(ifMatch), form)
                .then(Mono.defer(() -> read.of(actor, id)))
                .flatMap(this::tagged);
    }

    @GetMapping("/bodies/{id}/history")
    @Operation(summary = "Who changed what when, the last act first, each field with what stood there before")
    Mono<Page<HistoryItem>> history(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return read.of(actor, id)
                .flatMapMany(body -> queries.history(id, page.belowVersion(), page.size() + 1))
                .collectList()
                .map(rows -> HistoryPages.of(rows, page.size(), this::act));
    }

    private HistoryItem act(HistoryRow<BodyAct> row) {
        return new HistoryItem(
                row.version(),
                row.at(),
                row.byName(),
                row.act(),
                row.before(),
                row.after(),
                names.of(row.before(), row.after()));
    }

    private Mono<ResponseEntity<OrganizationRecord>> tagged(RegisteredBody body) {
        return view(body).map(view -> Versions.tagged(view, view.version()));
    }

    private Mono<OrganizationRecord> view(RegisteredBody body) {
        return clock.today()
                .flatMap(today ->
                        queries.head(body.id(), today).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(head ->
                        OrganizationRecord.of(body, regions.coded(body.region().value()), head.orElse(null)));
    }
}
