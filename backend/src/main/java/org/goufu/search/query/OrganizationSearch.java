package org.goufu.search.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.kernel.Page;
import org.goufu.platform.http.PageRequest;
import org.goufu.search.SearchProblem;
import org.goufu.search.index.Elastic;
import org.goufu.search.index.Refused;
import org.goufu.search.index.SearchIndex;
import org.goufu.search.index.SearchSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Finds bodies of the registry: one request to Elasticsearch for a page. */
@Component
public class OrganizationSearch {
    private static final String PATHS = "hits.total,hits.hits._source,hits.hits.sort";
    private static final int SORT_VALUES = 3;

    private final Elastic elastic;
    private final Tree tree;
    private final String index;

    OrganizationSearch(Elastic elastic, Tree tree, SearchSettings settings) {
        this.elastic = elastic;
        this.tree = tree;
        this.index = SearchIndex.ORGANIZATIONS.alias(settings.prefix());
    }

    private record Answer(Hits hits) {}

    private record Hits(NoticeAnswer.Total total, @Nullable List<Hit> hits) {}

    private record Hit(@JsonProperty("_source") Source source, List<JsonNode> sort) {}

    private record Source(
            UUID id,
            String name,
            String kind,
            @Nullable String legalForm,
            @Nullable String creditCode,
            @Nullable String filingNumber,
            String regionCode,
            @Nullable String grade,
            @Nullable String status,
            @Nullable List<String> categories,
            @Nullable UUID federationId,
            @Nullable String federationName) {}

    /** Fails with {@code search/unavailable}, or {@code search/cursor-unreadable} for a cursor of another question. */
    public Mono<Page<OrganizationHit>> page(OrganizationQuestion ask) {
        return Mono.defer(() -> {
            var fingerprint = ask.fingerprint();
            var cursor = Cursor.read(ask.after(), fingerprint, SORT_VALUES);
            var request = OrganizationQuery.of(ask, Words.of(ask.text()), cursor);
            return elastic.search(index, request, PATHS, Answer.class)
                    .onErrorMap(
                            failure -> cursor != null && failure instanceof Refused,
                            unreadable -> SearchProblem.CURSOR_UNREADABLE.raise())
                    .map(answer -> page(answer.hits(), ask.size(), fingerprint));
        });
    }

    private Page<OrganizationHit> page(Hits answer, int size, String fingerprint) {
        List<Hit> hits = answer.hits() == null ? List.of() : answer.hits();
        boolean more = hits.size() > size;
        var shown = more ? hits.subList(0, size) : hits;
        // No status depends on the moment here; the cursor's place for it stays empty.
        var next = more
                ? PageRequest.cursor(
                        Cursor.write(fingerprint, Instant.EPOCH, shown.getLast().sort()))
                : null;
        return new Page<>(
                shown.stream().map(hit -> hit(hit.source())).toList(),
                Math.min(answer.total().value(), Page.COUNTED_UP_TO),
                answer.total().isLowerBound(),
                next);
    }

    private OrganizationHit hit(Source source) {
        List<String> categories = source.categories() == null ? List.of() : source.categories();
        return new OrganizationHit(
                source.id(),
                source.name(),
                source.kind(),
                source.legalForm(),
                source.creditCode(),
                source.filingNumber(),
                new Coded(source.regionCode(), tree.regionName(source.regionCode())),
                source.grade(),
                source.status(),
                categories.stream()
                        .map(code -> new Coded(code, tree.categoryName(code)))
                        .toList(),
                source.federationId() == null || source.federationName() == null
                        ? null
                        : new Named(source.federationId(), source.federationName()));
    }
}
