package org.goufu.matching.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.kernel.Page;
import org.goufu.matching.Eligibility;
import org.goufu.matching.domain.Match;
import org.goufu.matching.sql.MatchQueries;
import org.goufu.matching.sql.MatchQueries.After;
import org.goufu.matching.sql.MatchQueries.FeedRow;
import org.goufu.matching.usecase.FindNearMisses;
import org.goufu.matching.usecase.FindNearMisses.Missed;
import org.goufu.platform.http.PageRequest;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's own feed of open lots. */
@RestController
class FeedController {
    private final MatchQueries queries;
    private final FindNearMisses nearMisses;
    private final Wording wording;

    FeedController(MatchQueries queries, FindNearMisses nearMisses, Wording wording) {
        this.queries = queries;
        this.nearMisses = nearMisses;
        this.wording = wording;
    }

    @GetMapping("/api/me/matches")
    @Operation(
            summary =
                    "The open lots that the caller's body fits, best first; or those that one thing stands in the way of")
    Mono<Page<FeedItem>> feed(
            Actor actor,
            @RequestParam(name = "near", defaultValue = "false") boolean near,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Locale locale) {
        var begin = Cursor.read(PageRequest.of(size, after));
        return near ? near(actor, size, begin, locale) : matches(actor, size, begin, locale);
    }

    private Mono<Page<FeedItem>> matches(Actor actor, int size, After begin, Locale locale) {
        return queries.feed(actor.organization(), begin, size + 1).collectList().map(rows -> {
            long total = rows.isEmpty() ? 0 : rows.getFirst().match().total();
            var page = Page.cut(
                    rows,
                    size,
                    total,
                    row -> Cursor.of(row.match().score(), row.lot().id()));
            return said(page, row -> item(row, locale));
        });
    }

    private Mono<Page<FeedItem>> near(Actor actor, int size, After begin, Locale locale) {
        return nearMisses.of(actor.organization()).map(misses -> {
            var rest = misses.stream()
                    .filter(missed -> follows(missed, begin))
                    .limit(size + 1L)
                    .toList();
            var page = Page.cut(
                    rest,
                    size,
                    misses.size(),
                    missed -> Cursor.of(missed.score(), missed.lot().id()));
            return said(page, missed -> item(missed, locale));
        });
    }

    private static boolean follows(Missed missed, After begin) {
        return missed.score() < begin.score()
                || (missed.score() == begin.score() && missed.lot().id().compareTo(begin.id()) > 0);
    }

    private static <T> Page<FeedItem> said(Page<T> page, Function<T, FeedItem> item) {
        return new Page<>(
                page.items().stream().map(item).toList(), page.total(), page.totalIsLowerBound(), page.next());
    }

    private FeedItem item(FeedRow row, Locale locale) {
        var match = row.match();
        var through = match.bidder().id().equals(match.body().id()) ? null : match.bidder();
        return item(
                row.lot(),
                match.eligibility(),
                through,
                wording.members(match.members(), locale),
                match.score(),
                wording.texts(match.reasons(), locale),
                null,
                null);
    }

    private FeedItem item(Missed missed, Locale locale) {
        Match match = missed.miss().match();
        return item(
                missed.lot(),
                match.eligibility(),
                match.bidder().id().equals(match.body().id()) ? null : match.bidder(),
                wording.members(match.members(), locale),
                match.score(),
                wording.texts(match.reasons(), locale),
                wording.line(missed.miss().missing(), locale),
                ActionView.of(missed.miss().remedy(), missed.chance()));
    }

    private FeedItem item(
            PublishedLot lot,
            Eligibility eligibility,
            @Nullable Named through,
            List<ContributorView> members,
            int score,
            List<String> reasons,
            @Nullable String missing,
            @Nullable ActionView action) {
        return new FeedItem(
                lot.id(),
                lot.noticeId(),
                lot.purchaseId(),
                lot.title(),
                lot.noticeTitle(),
                lot.department(),
                wording.region(lot.regionCode()),
                wording.category(lot.categoryCode()),
                lot.budgetFen(),
                lot.deadline(),
                lot.publishedAt(),
                eligibility,
                through,
                members,
                Math.round(score / 10f),
                reasons,
                missing != null,
                missing,
                action);
    }
}
