package org.goufu.search.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads which documents an index holds, and in which version. */
@Component
class IndexedVersions {
    private static final int MOST = 10_000;
    private static final String ONLY_VERSIONS = "hits.hits._id,hits.hits._version,hits.hits.sort";
    private static final Query GONE =
            QueryBuilders.term(term -> term.field("deleted").value(true));

    private final Elastic elastic;
    private final String prefix;

    IndexedVersions(Elastic elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.prefix = settings.prefix();
    }

    private record Answer(@Nullable Hits hits) {}

    private record Hits(@Nullable List<Hit> hits) {}

    private record Hit(
            @JsonProperty("_id") UUID id,
            @JsonProperty("_version") long version,
            List<UUID> sort) {}

    /** A document's version and whose it is. */
    record Indexed(UUID owner, long version) {}

    /** Living documents whose field has one of the ids. */
    Mono<Map<UUID, Long>> ofBodies(SearchIndex index, String field, Collection<UUID> ids) {
        var values = ids.stream().map(id -> FieldValue.of(id.toString())).toList();
        var these = QueryBuilders.terms(terms -> terms.field(field).terms(any -> any.value(values)));
        return of(index, field, these).map(IndexedVersions::versions);
    }

    /** Living documents whose field lies after one id and up to another; null is unbounded. */
    Mono<Map<UUID, Indexed>> between(SearchIndex index, String field, @Nullable UUID after, @Nullable UUID upTo) {
        return of(
                index,
                field,
                QueryBuilders.range(range -> range.term(bounds -> {
                    bounds.field(field);
                    if (after != null) bounds.gt(after.toString());
                    if (upTo != null) bounds.lte(upTo.toString());
                    return bounds;
                })));
    }

    private Mono<Map<UUID, Indexed>> of(SearchIndex index, String field, Query which) {
        var request = SearchRequest.of(search -> search.query(
                        query -> query.bool(bool -> bool.filter(which).mustNot(GONE)))
                .size(MOST)
                .version(true)
                .sort(sort -> sort.field(owner -> owner.field(field)))
                .source(source -> source.fetch(false)));
        return elastic.search(index.alias(prefix), request, ONLY_VERSIONS, Answer.class)
                .map(IndexedVersions::indexed);
    }

    private static Map<UUID, Indexed> indexed(Answer answer) {
        if (answer.hits() == null || answer.hits().hits() == null) return Map.of();
        return answer.hits().hits().stream()
                .collect(Collectors.toMap(Hit::id, hit -> new Indexed(hit.sort().getFirst(), hit.version())));
    }

    private static Map<UUID, Long> versions(Map<UUID, Indexed> indexed) {
        return indexed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().version()));
    }
}
