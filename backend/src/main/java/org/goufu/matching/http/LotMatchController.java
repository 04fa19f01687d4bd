package org.goufu.matching.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Page;
import org.goufu.kernel.Role;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.Match.Route;
import org.goufu.matching.sql.MatchQueries;
import org.goufu.matching.sql.MatchQueries.After;
import org.goufu.matching.sql.MatchQueries.Row;
import org.goufu.matching.usecase.AsOf;
import org.goufu.organization.BodyKind;
import org.goufu.platform.http.PageRequest;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who matches a published lot, for those who buy and those who watch. */
@RestController
class LotMatchController {
    private final PurchaseDirectory purchases;
    private final MatchQueries queries;
    private final AsOf times;
    private final Wording wording;

    LotMatchController(PurchaseDirectory purchases, MatchQueries queries, AsOf times, Wording wording) {
        this.purchases = purchases;
        this.queries = queries;
        this.times = times;
        this.wording = wording;
    }

    /** Which list is asked for; groups stand under their federation. */
    enum Kind {
        DIRECT(Route.DIRECT),
        FEDERATION(Route.FEDERATION);

        private final Route route;

        Kind(Route route) {
            this.route = route;
        }
    }

    /** A legal person that could bid. */
    record Bidder(UUID id, String name, BodyKind kind) {}

    /** A bidder with why it matches. */
    record LotMatch(Bidder bidder, List<ContributorView> members, int score, List<String> reasons) {}

    /**
     * One page.
     *
     * @param computedAt when the lot was matched last, of its publication while that is still under way; what was asked for when it
     *     was asked as of a moment
     */
    record LotMatches(
            List<LotMatch> items,
            long total,
            boolean totalIsLowerBound,
            @Nullable String next,
            Instant computedAt) {}

    @GetMapping("/api/lots/{id}/matches")
    @Operation(summary = "Who matches a published lot, best first, with reasons; for its department and supervisors")
    Mono<LotMatches> matches(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "kind", required = false) @Nullable Kind kind,
            @RequestParam(name = "asOf", required = false) @Nullable Instant asOf,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var page = PageRequest.of(size, after);
        var begin = Cursor.read(page);
        return purchases
                .lot(id)
                .filter(lot -> maySee(actor, lot))
                .switchIfEmpty(Mono.error(MatchingProblem.LOT_NOT_FOUND::raise))
                .flatMap(lot -> asOf == null
                        ? standing(lot, kind, begin, size, locale)
                        : past(lot, kind, asOf, begin, size, locale));
    }

    private Mono<LotMatches> standing(PublishedLot lot, @Nullable Kind kind, After begin, int size, Locale locale) {
        return Mono.zip(
                queries.ofLot(lot.id(), route(kind), begin, size + 1).collectList(),
                queries.matchedAt(lot.id()).defaultIfEmpty(lot.publishedAt()),
                (rows, at) -> page(rows, size, at, locale));
    }

    private Mono<LotMatches> past(
            PublishedLot lot, @Nullable Kind kind, Instant asOf, After begin, int size, Locale locale) {
        return times.moment(asOf)
                .flatMap(moment -> queries.ofLotAsOf(lot.id(), route(kind), moment, begin, size + 1)
                        .collectList()
                        .map(rows -> page(rows, size, moment, locale)));
    }

    private static @Nullable String route(@Nullable Kind kind) {
        return kind == null ? null : kind.route.name();
    }

    private static boolean maySee(Actor actor, PublishedLot lot) {
        return actor.is(Role.SUPERVISOR) || lot.department().id().equals(actor.departmentId());
    }

    private LotMatches page(List<Row> rows, int size, Instant at, Locale locale) {
        long total = rows.isEmpty() ? 0 : rows.getFirst().total();
        var page = Page.cut(
                rows, size, total, row -> Cursor.of(row.score(), row.body().id()));
        return new LotMatches(
                page.items().stream().map(row -> match(row, locale)).toList(),
                page.total(),
                page.totalIsLowerBound(),
                page.next(),
                at);
    }

    private LotMatch match(Row row, Locale locale) {
        return new LotMatch(
                new Bidder(row.body().id(), row.body().name(), row.kind()),
                wording.members(row.members(), locale),
                Math.round(row.score() / 10f),
                wording.texts(row.reasons(), locale));
    }
}
