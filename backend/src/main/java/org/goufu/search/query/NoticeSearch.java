package org.goufu.search.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.kernel.Page;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Texts;
import org.goufu.search.SearchProblem;
import org.goufu.search.index.Elastic;
import org.goufu.search.index.Refused;
import org.goufu.search.index.SearchIndex;
import org.goufu.search.index.SearchSettings;
import org.goufu.search.query.NoticeHit.Highlights;
import org.goufu.search.query.NoticePage.Facet;
import org.goufu.search.query.NoticePage.Facets;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Finds notices: one request to Elasticsearch for a page, and nothing else. */
@Component
public class NoticeSearch {
    private final NoticeQuery query;
    private final Elastic elastic;
    private final SearchClock clock;
    private final Tree tree;
    private final Texts texts;
    private final String index;

    NoticeSearch(
            NoticeQuery query, Elastic elastic, SearchClock clock, Tree tree, Texts texts, SearchSettings settings) {
        this.query = query;
        this.elastic = elastic;
        this.clock = clock;
        this.tree = tree;
        this.texts = texts;
        this.index = SearchIndex.NOTICES.alias(settings.prefix());
    }

    /** Fails with {@code search/unavailable}, or {@code search/cursor-unreadable} for a cursor of another question. */
    public Mono<NoticePage> page(NoticeQuestion ask, Locale locale) {
        return clock.now().flatMap(now -> page(ask, now, locale));
    }

    private Mono<NoticePage> page(NoticeQuestion ask, Instant asked, Locale locale) {
        var words = Words.of(ask.text());
        var order = NoticeQuery.order(ask, words);
        var fingerprint = ask.fingerprint(order);
        var cursor = Cursor.read(ask.after(), fingerprint, order == NoticeQuestion.Sort.PUBLISHED ? 2 : 3);
        var now = cursor == null ? asked : cursor.now();
        return elastic.search(index, query.of(ask, words, now, cursor), NoticeAnswer.PATHS, NoticeAnswer.class)
                .onErrorMap(
                        failure -> cursor != null && failure instanceof Refused,
                        unreadable -> SearchProblem.CURSOR_UNREADABLE.raise())
                .map(answer -> page(answer, ask, words, fingerprint, now, locale));
    }

    private NoticePage page(
            NoticeAnswer answer, NoticeQuestion ask, Words words, String fingerprint, Instant now, Locale locale) {
        var hits = answer.hits().list();
        boolean more = hits.size() > ask.size();
        var shown = more ? hits.subList(0, ask.size()) : hits;
        var next = more
                ? PageRequest.cursor(
                        Cursor.write(fingerprint, now, shown.getLast().sort()))
                : null;
        var total = answer.hits().total();
        return new NoticePage(
                shown.stream().map(hit -> hit(hit, words, now)).toList(),
                Math.min(total.value(), Page.COUNTED_UP_TO),
                total.isLowerBound(),
                next,
                facets(answer.aggregations() == null ? Map.of() : answer.aggregations(), locale));
    }

    private NoticeHit hit(NoticeAnswer.Hit hit, Words words, Instant now) {
        var source = hit.source();
        List<String> categories = source.categories() == null ? List.of() : source.categories();
        return new NoticeHit(
                source.id(),
                source.number(),
                source.purchaseId(),
                source.type(),
                source.title(),
                new Named(source.departmentId(), source.departmentName()),
                new Coded(source.regionCode(), tree.regionName(source.regionCode())),
                categories.stream()
                        .map(code -> new Coded(code, tree.categoryName(code)))
                        .toList(),
                source.method(),
                source.amountFen(),
                source.publishedAt(),
                source.deadline(),
                source.status(now),
                highlights(hit, words));
    }

    private static Highlights highlights(NoticeAnswer.Hit hit, Words words) {
        Map<String, List<String>> found = hit.highlight() == null ? Map.of() : hit.highlight();
        var title = found.getOrDefault("title", List.of()).stream()
                .findFirst()
                .orElseGet(() -> TypedHighlight.of(hit.source().title(), words));
        // A form says the same in several fields: a list shows it once.
        var body = found.getOrDefault("body", List.of()).stream().distinct().toList();
        return new Highlights(title, body);
    }

    private Facets facets(Map<String, JsonNode> counted, Locale locale) {
        return new Facets(
                facet(counted, FacetName.REGION, tree::regionName),
                facet(counted, FacetName.CATEGORY, tree::categoryName),
                facet(counted, FacetName.METHOD, key -> texts.text("search.method." + key, locale)),
                facet(counted, FacetName.TYPE, key -> texts.text("search.type." + key, locale)),
                facet(counted, FacetName.STATUS, key -> texts.text("search.status." + key, locale)),
                facet(counted, FacetName.MONTH, UnaryOperator.identity()));
    }

    private static List<Facet> facet(Map<String, JsonNode> counted, FacetName name, UnaryOperator<String> naming) {
        return FacetCounts.of(counted.get(name.key()), naming);
    }
}
