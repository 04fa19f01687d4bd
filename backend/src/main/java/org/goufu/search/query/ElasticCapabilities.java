package org.goufu.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.search.Capabilities;
import org.goufu.search.Filter;
import org.goufu.search.index.Elastic;
import org.goufu.search.index.SearchIndex;
import org.goufu.search.index.SearchSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks the capabilities index. */
@Component
class ElasticCapabilities implements Capabilities {
    private static final int PAGE = 5_000;
    /** Up to so many bodies the counts are all but exact; Elasticsearch allows no more. */
    private static final int COUNTED_EXACTLY = 40_000;

    private static final SortOptions BY_BIDDER =
            SortOptions.of(sort -> sort.field(field -> field.field("bidder").order(SortOrder.Asc)));
    private static final SortOptions BY_BODY =
            SortOptions.of(sort -> sort.field(field -> field.field("body").order(SortOrder.Asc)));

    private final Elastic elastic;
    private final String index;

    ElasticCapabilities(Elastic elastic, SearchSettings settings) {
        this.elastic = elastic;
        this.index = SearchIndex.CAPABILITIES.alias(settings.prefix());
    }

    private record Answer(@Nullable Hits hits) {
        List<List<String>> pairs() {
            return hits == null || hits.hits() == null
                    ? List.of()
                    : hits.hits().stream().map(Hit::sort).toList();
        }
    }

    private record Hits(@Nullable List<Hit> hits) {}

    private record Hit(List<String> sort) {}

    /** Sorted by the pair, so equal ones follow each other, and the next page begins behind all equal ones. */
    @Override
    public Flux<Candidate> candidates(Filter filter) {
        var query = CapabilityQuery.of(filter);
        return page(query, List.of())
                .expand(pairs -> pairs.size() < PAGE ? Mono.empty() : page(query, pairs.getLast()))
                .concatMapIterable(pairs -> pairs.stream().distinct().toList())
                .map(pair -> new Candidate(UUID.fromString(pair.getFirst()), UUID.fromString(pair.getLast())));
    }

    private Mono<List<List<String>>> page(Query query, List<String> after) {
        return elastic.search(index, pageRequest(query, after), "hits.hits.sort", Answer.class)
                .map(Answer::pairs);
    }

    static SearchRequest pageRequest(Query query, List<String> after) {
        return SearchRequest.of(request -> {
            request.query(query)
                    .size(PAGE)
                    .trackTotalHits(total -> total.enabled(false))
                    .source(source -> source.fetch(false))
                    .sort(BY_BIDDER, BY_BODY);
            if (!after.isEmpty())
                request.searchAfter(after.stream().map(FieldValue::of).toList());
            return request;
        });
    }

    @Override
    public Mono<List<Pool>> pools(Filter filter, List<Filter> narrowings) {
        return elastic.search(index, poolRequest(filter, narrowings), "aggregations", JsonNode.class)
                .map(answer -> answer.at("/aggregations/pools/buckets"))
                .map(buckets -> IntStream.rangeClosed(0, narrowings.size())
                        .mapToObj(i -> pool(buckets.path("p" + i)))
                        .toList());
    }

    static SearchRequest poolRequest(Filter filter, List<Filter> narrowings) {
        var each = new LinkedHashMap<String, Query>();
        var all = new ArrayList<Filter>();
        all.add(Filter.all());
        all.addAll(narrowings);
        all.forEach(narrowing -> each.put("p" + each.size(), CapabilityQuery.part(narrowing)));
        return SearchRequest.of(request -> request.query(CapabilityQuery.of(filter))
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .aggregations(
                        "pools",
                        Aggregation.of(pools -> pools.filters(filters -> filters.filters(these -> these.keyed(each)))
                                .aggregations("direct", route("DIRECT"))
                                .aggregations("member", members()))));
    }

    private static Aggregation route(String route) {
        return Aggregation.of(of ->
                of.filter(filter -> filter.term(term -> term.field("route").value(route))));
    }

    private static Aggregation members() {
        return Aggregation.of(of -> of.filter(
                        filter -> filter.term(term -> term.field("route").value("MEMBER")))
                .aggregations("groups", distinct("body"))
                .aggregations("federations", distinct("bidder")));
    }

    private static Aggregation distinct(String field) {
        return Aggregation.of(of -> of.cardinality(count -> count.field(field).precisionThreshold(COUNTED_EXACTLY)));
    }

    private static Pool pool(JsonNode bucket) {
        return new Pool(
                bucket.at("/direct/doc_count").asLong(0),
                bucket.at("/member/groups/value").asLong(0),
                bucket.at("/member/federations/value").asLong(0));
    }
}
