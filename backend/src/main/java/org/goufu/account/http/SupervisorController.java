package org.goufu.account.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.account.Contacts.Invitation;
import org.goufu.account.sql.SupervisorQueries;
import org.goufu.account.sql.SupervisorQueries.Deed;
import org.goufu.account.sql.SupervisorQueries.SupervisorRow;
import org.goufu.account.usecase.KeepSupervisors;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Page;
import org.goufu.platform.http.PageRequest;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Supervisors' accounts: for operators. */
@RestController
@RequestMapping("/api/operations/supervisors")
class SupervisorController {
    private static final PageRequest.Keyed FIRST = new PageRequest.Keyed(new UUID(0, 0), "");

    private final KeepSupervisors keep;
    private final SupervisorQueries queries;
    private final Regions regions;

    SupervisorController(KeepSupervisors keep, SupervisorQueries queries, Regions regions) {
        this.keep = keep;
        this.queries = queries;
        this.regions = regions;
    }

    /**
     * @param region whose purchases are supervised, with everything under it
     * @param opened whether the person has chosen a password
     * @param deeds who did what to the account, the newest first
     */
    record SupervisorView(
            UUID id,
            String username,
            String displayName,
            Coded region,
            boolean opened,
            boolean ended,
            List<Deed> deeds) {}

    record Appointed(UUID id) {}

    /** What somebody needs to choose a password; shown this once. */
    record CodeView(String username, String code, Instant expiresAt) {
        static CodeView of(Invitation invitation) {
            return new CodeView(invitation.username(), invitation.code(), invitation.expiresAt());
        }

        /** The secret must not reach a log by way of a record's text. */
        @Override
        public String toString() {
            return "CodeView[" + username + "]";
        }
    }

    @GetMapping
    @Operation(summary = "All supervisors' accounts by region, those that ended among them")
    Mono<Page<SupervisorView>> list(
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        var last = Objects.requireNonNullElse(page.afterKeyed(), FIRST);
        return queries.list(last.key(), last.id(), page.size() + 1)
                .collectList()
                .map(rows -> page(rows, page.size()));
    }

    private Page<SupervisorView> page(List<SupervisorRow> rows, int size) {
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        var page = Page.cut(rows, size, total, row -> PageRequest.cursor(row.id(), row.regionCode()));
        return new Page<>(
                page.items().stream().map(this::view).toList(), page.total(), page.totalIsLowerBound(), page.next());
    }

    private SupervisorView view(SupervisorRow row) {
        return new SupervisorView(
                row.id(),
                row.username(),
                row.displayName(),
                regions.coded(row.regionCode()),
                row.opened(),
                row.ended(),
                row.deeds());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes an account for a supervisor of a region; the person opens it with a code")
    Mono<Appointed> appoint(Actor actor, @RequestBody KeepSupervisors.Form form) {
        return keep.appoint(actor, form).map(Appointed::new);
    }

    @PostMapping("/{id}/invitation")
    @Operation(summary = "A code with which the supervisor opens the account, or renews a forgotten password")
    Mono<CodeView> invite(Actor actor, @PathVariable UUID id) {
        return keep.invite(actor, id).map(CodeView::of);
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a supervisor's account: nobody signs in with it any more, sessions end at once")
    Mono<Void> end(Actor actor, @PathVariable UUID id) {
        return keep.end(actor, id);
    }
}
