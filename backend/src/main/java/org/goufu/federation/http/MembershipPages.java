package org.goufu.federation.http;

import java.util.List;
import java.util.UUID;
import org.goufu.federation.MembershipState;
import org.goufu.federation.domain.Now;
import org.goufu.federation.sql.MembershipQueries;
import org.goufu.federation.sql.MembershipQueries.Row;
import org.goufu.federation.sql.MembershipQueries.Whose;
import org.goufu.federation.usecase.FindUnaffiliated.Unaffiliated;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Page;
import org.goufu.organization.Standing;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cuts lists of memberships and of groups into pages. */
@Component
class MembershipPages {
    private final MembershipQueries queries;
    private final MembershipViews views;
    private final Regions regions;
    private final BusinessClock clock;

    MembershipPages(MembershipQueries queries, MembershipViews views, Regions regions, BusinessClock clock) {
        this.queries = queries;
        this.views = views;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * A filed group without a federation.
     *
     * @param standing of its filing; only an ACTIVE one can be invited
     * @param invited whether an invitation is open
     */
    record UnaffiliatedView(
            UUID id, String name, Coded region, Standing standing, List<Coded> categories, boolean invited) {}

    Mono<Page<MembershipView>> page(Whose whose, List<MembershipState> states, PageRequest page) {
        return queries.page(whose, states, page.afterId(), page.size() + 1)
                .collectList()
                .flatMap(rows -> views.of(rows).map(all -> page(rows, all, page)));
    }

    private static Page<MembershipView> page(List<Row> rows, List<MembershipView> views, PageRequest page) {
        long total = rows.isEmpty() ? 0 : rows.getFirst().total();
        return Page.cut(views, page.size(), total, view -> PageRequest.cursor(String.valueOf(view.id())));
    }

    Mono<MembershipView> view(Row row) {
        return views.of(row);
    }

    Mono<Page<UnaffiliatedView>> unaffiliated(List<Unaffiliated> groups, PageRequest page) {
        var after = page.afterId();
        var rest = after == null
                ? groups
                : groups.stream()
                        .dropWhile(one -> !one.group().id().equals(after))
                        .skip(1)
                        .toList();
        return clock.now().map(Now::of).map(now -> {
            var shown = rest.stream()
                    .limit(page.size() + 1L)
                    .map(one -> view(one, now))
                    .toList();
            return Page.cut(shown, page.size(), groups.size(), view -> PageRequest.cursor(String.valueOf(view.id())));
        });
    }

    private UnaffiliatedView view(Unaffiliated one, Now now) {
        var group = one.group();
        return new UnaffiliatedView(
                group.id(),
                group.name(),
                regions.coded(group.regionCode()),
                one.standing(),
                views.declared(group, now),
                one.invited());
    }
}
