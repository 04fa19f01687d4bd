package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.account.Contacts.Invitation;
import org.goufu.account.People;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.domain.PoolEntry.State;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.sql.PoolQueries;
import org.goufu.evaluation.sql.PoolQueries.Question;
import org.goufu.evaluation.sql.PoolQueries.Row;
import org.goufu.evaluation.sql.PoolQueries.Sort;
import org.goufu.evaluation.usecase.EvaluatorForm;
import org.goufu.evaluation.usecase.KeepPool;
import org.goufu.evaluation.usecase.MeasurePool;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Page;
import org.goufu.kernel.RegionCode;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Versions;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** The pool from which panels are made, for those who keep it. */
@RestController
@RequestMapping("/api/evaluators")
class EvaluatorController {
    private static final PageRequest.Keyed FIRST = new PageRequest.Keyed(new UUID(0, 0), "");

    private final KeepPool keep;
    private final MeasurePool measure;
    private final PoolQueries queries;
    private final People people;
    private final Regions regions;
    private final ServiceCategories categories;

    EvaluatorController(
            KeepPool keep,
            MeasurePool measure,
            PoolQueries queries,
            People people,
            Regions regions,
            ServiceCategories categories) {
        this.keep = keep;
        this.measure = measure;
        this.queries = queries;
        this.people = people;
        this.regions = regions;
        this.categories = categories;
    }

    /** @param opened whether the account is open; who cannot sign in is not drawn */
    record EvaluatorItem(
            UUID id,
            String number,
            PoolMember.Kind kind,
            String name,
            String employer,
            String title,
            List<Coded> fields,
            Coded region,
            PoolEntry.State state,
            boolean opened,
            Instant changedAt) {}

    /** What somebody needs to choose a password; shown this once. */
    record SlipView(String username, String code, Instant expiresAt) {
        static SlipView of(Invitation invitation) {
            return new SlipView(invitation.username(), invitation.code(), invitation.expiresAt());
        }

        /** The secret must not reach a log by way of a record's text. */
        @Override
        public String toString() {
            return "SlipView[" + username + "]";
        }
    }

    /** Why somebody is not drawn any more, or is again. */
    record StateForm(
            @NotNull State state, @Nullable @Size(max = 500) String reason) {}

    @GetMapping
    @Operation(
            summary =
                    "Those of the pool whom the caller keeps; words are part of a name or employer, a number or a telephone")
    Mono<Page<EvaluatorItem>> list(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "state", required = false) PoolEntry.@Nullable State state,
            @RequestParam(name = "category", required = false) @Nullable String category,
            @RequestParam(name = "sort", defaultValue = "NAME") Sort sort,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        var last = Objects.requireNonNullElse(page.afterKeyed(), FIRST);
        var ask = new Question(words.strip(), state, known(category), sort);
        return queries.kept(actor, ask, last.key(), last.id(), page.size() + 1)
                .collectList()
                .flatMap(rows -> page(rows, page.size()));
    }

    private @Nullable String known(@Nullable String category) {
        if (category == null || category.isEmpty()) return null;
        if (categories.find(category).isEmpty()) {
            throw HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("category", "invalid")), "category");
        }
        return category;
    }

    private Mono<Page<EvaluatorItem>> page(List<Row> rows, int size) {
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        var page = Page.cut(rows, size, total, row -> PageRequest.cursor(row.id(), row.key()));
        return people.opened(page.items().stream().map(Row::id).toList())
                .collect(Collectors.toSet())
                .map(opened -> new Page<>(
                        page.items().stream().map(row -> item(row, opened)).toList(),
                        page.total(),
                        page.totalIsLowerBound(),
                        page.next()));
    }

    private EvaluatorItem item(Row row, Set<UUID> opened) {
        return new EvaluatorItem(
                row.id(),
                row.number(),
                row.kind(),
                row.name(),
                row.employer(),
                row.title(),
                row.fields().stream().map(categories::coded).toList(),
                regions.coded(row.regionCode()),
                row.state(),
                opened.contains(row.id()),
                row.changedAt());
    }

    @GetMapping("/coverage")
    @Operation(summary = "For which services the pool is too small to make a panel of, for purchases in a place")
    Mono<MeasurePool.Coverage> coverage(@RequestParam(name = "region", defaultValue = "51") String region) {
        if (regions.find(region).isEmpty()) {
            throw HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("region", "invalid")), "region");
        }
        return measure.in(new RegionCode(region));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Enters somebody into the pool; acknowledged says that the keeper means another person than those who are alike")
    Mono<ResponseEntity<EvaluatorView>> enter(Actor actor, @RequestBody EvaluatorForm form) {
        return keep.enter(actor, form)
                .flatMap(id -> queries.kept(actor, id))
                .flatMap(this::view)
                .map(view -> ResponseEntity.created(URI.create("/api/evaluators/" + view.id()))
                        .eTag(Versions.etag(view.version()))
                        .body(view));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Somebody whom the caller keeps")
    Mono<ResponseEntity<EvaluatorView>> one(Actor actor, @PathVariable UUID id) {
        return queries.kept(actor, id).flatMap(this::tagged);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes what is on record; If-Match names the version that was read")
    Mono<ResponseEntity<EvaluatorView>> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EvaluatorForm form) {
        return keep.change(actor, id, Versions.expected(ifMatch), form)
                .then(Mono.defer(() -> queries.kept(actor, id)))
                .flatMap(this::tagged);
    }

    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "A code with which the person opens the account or renews a forgotten password, shown this once; an earlier code is worth nothing from now on")
    Mono<SlipView> invite(Actor actor, @PathVariable UUID id) {
        return keep.invite(actor, id).map(SlipView::of);
    }

    @PostMapping("/{id}/state")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Suspends somebody, takes him or her back, or ends it; a suspended one is never drawn")
    Mono<Void> turn(Actor actor, @PathVariable UUID id, @Valid @RequestBody StateForm form) {
        return keep.turn(actor, id, form.state(), Objects.requireNonNullElse(form.reason(), ""));
    }

    private Mono<ResponseEntity<EvaluatorView>> tagged(PoolEntry entry) {
        return view(entry).map(view -> Versions.tagged(view, view.version()));
    }

    private Mono<EvaluatorView> view(PoolEntry entry) {
        return people.opened(List.of(entry.member().account()))
                .hasElements()
                .map(opened -> EvaluatorView.of(entry, opened, regions, categories));
    }
}
