package org.goufu.search.query;

import static org.goufu.search.index.Elastic.JSON;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.ServiceCategory;
import org.goufu.search.index.Elastic;
import org.goufu.search.index.Elastic.Lane;
import org.goufu.search.index.Folding;
import org.goufu.search.index.Pinyin;
import org.goufu.search.index.SearchIndex;
import org.goufu.search.index.SearchSettings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What somebody who is still typing may mean: places and categories from memory, the rest in one round trip. */
@Component
public class Suggestions {
    private static final int MOST = 9;
    private static final int TITLES_READ = 20;
    private static final int MOST_BODIES = 7;

    /** What a suggestion names. */
    public enum Kind {
        TITLE,
        CATEGORY,
        REGION,
        DEPARTMENT,
        ORGANIZATION
    }

    /** A text that can be searched for as it stands. */
    public record Suggestion(String text, Kind kind) {}

    private final Elastic elastic;
    private final Regions regions;
    private final ServiceCategories categories;
    private final String notices;
    private final String organizations;
    private final List<Typed> places;
    private final List<Typed> services;

    Suggestions(Elastic elastic, Regions regions, ServiceCategories categories, SearchSettings settings) {
        this.elastic = elastic;
        this.regions = regions;
        this.categories = categories;
        this.notices = SearchIndex.NOTICES.alias(settings.prefix());
        this.organizations = SearchIndex.ORGANIZATIONS.alias(settings.prefix());
        this.places = Stream.of(2, 3)
                .flatMap(level -> regions.level(level).stream())
                .map(region -> Typed.of(region.fullName(), region.name()))
                .toList();
        this.services = Stream.of(2, 3, 4)
                .flatMap(level -> categories.level(level).stream())
                .map(category -> Typed.of(category.name(), category.name()))
                .toList();
    }

    /** A name with the ways to type it. */
    private record Typed(String shown, List<String> ways) {
        static Typed of(String shown, String name) {
            return new Typed(
                    shown,
                    Stream.concat(Pinyin.spellings(name).stream(), Pinyin.acronyms(name).stream())
                            .toList());
        }

        boolean begins(String letters) {
            return ways.stream().anyMatch(way -> way.startsWith(letters));
        }
    }

    /** At most nine, the likeliest first; none for an empty text. Fails with {@code search/unavailable}. */
    public Mono<List<Suggestion>> of(String typed) {
        var text = Folding.fold(typed).strip();
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) return Mono.just(List.of());
        return elastic.send(
                        Lane.SEARCH,
                        "POST",
                        "/_msearch",
                        Map.of("filter_path", "responses.status,responses.hits.hits._source"),
                        questions(text))
                .map(JSON::readTree)
                .map(answer -> merged(text, answer.path("responses")));
    }

    /** The same for the directory of bodies, of which more are named. */
    public Mono<List<Suggestion>> ofBodies(String typed) {
        var text = Folding.fold(typed).strip();
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) return Mono.just(List.of());
        var lines = new ByteArrayOutputStream();
        line(lines, organizations, titled("name", "namePinyin", text), "name", TITLES_READ);
        return elastic.send(
                        Lane.SEARCH,
                        "POST",
                        "/_msearch",
                        Map.of("filter_path", "responses.status,responses.hits.hits._source"),
                        lines.toByteArray())
                .map(JSON::readTree)
                .map(answer -> Stream.concat(
                                texts(answer.path("responses").path(0), "name")
                                        .limit(MOST_BODIES)
                                        .map(name -> new Suggestion(name, Kind.ORGANIZATION)),
                                regions(text).limit(2).map(name -> new Suggestion(name, Kind.REGION)))
                        .toList());
    }

    private byte[] questions(String text) {
        var lines = new ByteArrayOutputStream();
        line(lines, notices, titled("title", "titlePinyin", text), "title", TITLES_READ);
        line(lines, notices, titled("departmentName.zh", "departmentPinyin", text), "departmentName", TITLES_READ);
        line(lines, organizations, titled("name", "namePinyin", text), "name", 4);
        return lines.toByteArray();
    }

    private static void line(ByteArrayOutputStream lines, String index, Query query, String field, int size) {
        var request = SearchRequest.of(search -> search.query(query)
                .size(size)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.filter(filter -> filter.includes(field)))
                .sort(score(), newest()));
        lines.writeBytes("{\"index\":\"%s\"}\n".formatted(index).getBytes(StandardCharsets.UTF_8));
        lines.writeBytes(Elastic.bytes(request));
        lines.write('\n');
    }

    private static SortOptions score() {
        return SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
    }

    private static SortOptions newest() {
        return SortOptions.of(sort -> sort.field(id -> id.field("id").order(SortOrder.Desc)));
    }

    private static Query titled(String field, String syllables, String text) {
        var ways = new ArrayList<Query>();
        ways.add(TextQueries.worth(2, TextQueries.phrase(field, text)));
        if (text.matches("[a-z]{2,40}")) {
            Syllables.begun(text).forEach(way -> ways.add(TextQueries.worth(1, begun(syllables, way))));
        } else {
            Synonyms.of(text).forEach(other -> ways.add(TextQueries.worth(1, TextQueries.phrase(field, other))));
        }
        return QueryBuilders.bool(bool -> bool.must(TextQueries.anyOf(ways))
                .mustNot(QueryBuilders.term(gone -> gone.field("deleted").value(true))));
    }

    /** Each two neighbours in turn, the last of them perhaps unfinished. */
    private static Query begun(String field, List<String> way) {
        if (way.size() == 1)
            return QueryBuilders.prefix(prefix -> prefix.field(field).value(way.getFirst()));
        var steps = new ArrayList<Query>();
        for (int i = 1; i < way.size(); i++) {
            var pair = way.get(i - 1) + " " + way.get(i);
            steps.add(
                    i == way.size() - 1
                            ? QueryBuilders.prefix(prefix -> prefix.field(field).value(pair))
                            : QueryBuilders.term(term -> term.field(field).value(pair)));
        }
        return QueryBuilders.bool(bool -> bool.filter(steps));
    }

    private List<Suggestion> merged(String text, JsonNode responses) {
        var all = Stream.of(
                categories(text).limit(2).map(name -> new Suggestion(name, Kind.CATEGORY)),
                texts(responses.path(0), "title").limit(3).map(title -> new Suggestion(title, Kind.TITLE)),
                regions(text).limit(2).map(name -> new Suggestion(name, Kind.REGION)),
                texts(responses.path(1), "departmentName").limit(2).map(name -> new Suggestion(name, Kind.DEPARTMENT)),
                texts(responses.path(2), "name").limit(2).map(name -> new Suggestion(name, Kind.ORGANIZATION)));
        return all.flatMap(some -> some).distinct().limit(MOST).toList();
    }

    private Stream<String> categories(String text) {
        return Stream.concat(
                        categories.named(text, MOST).stream().map(ServiceCategory::name),
                        services.stream()
                                .filter(service -> service.begins(text))
                                .map(Typed::shown))
                .filter(name -> !name.startsWith("其他"))
                .distinct();
    }

    private Stream<String> regions(String text) {
        return Stream.concat(
                        regions.named(text, MOST).stream().map(Region::fullName),
                        places.stream().filter(place -> place.begins(text)).map(Typed::shown))
                .distinct();
    }

    private static Stream<String> texts(JsonNode response, String field) {
        return response.at("/hits/hits")
                .valueStream()
                .map(hit -> hit.path("_source").path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .distinct();
    }
}
