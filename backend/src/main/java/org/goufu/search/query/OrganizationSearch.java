package org.goufu.search.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.kernel.Page;
import org.goufu.organization.BodyKind;
import org.goufu.organization.Grade;
import org.goufu.organization.LegalForm;
import org.goufu.organization.Standing;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Texts;
import org.goufu.search.SearchProblem;
import org.goufu.search.index.Elastic;
import org.goufu.search.index.Refused;
import org.goufu.search.index.SearchIndex;
import org.goufu.search.index.SearchSettings;
import org.goufu.search.query.BodyPage.Facets;
import org.goufu.search.query.NoticePage.Facet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Finds bodies of the registry: one request to Elasticsearch for a page. */
@Component
public class OrganizationSearch {
    private static final String PATHS = "hits.total,hits.hits._source,hits.hits.sort,aggregations";
    private static final int SORT_VALUES = 3;
    private static final Pattern SPACED_CREDIT_CODE = Pattern.compile("(?:[0-9A-Za-z] *){18}");

    private final OrganizationQuery query;
    private final Elastic elastic;
    private final Tree tree;
    private final Texts texts;
    private final String index;

    OrganizationSearch(OrganizationQuery query, Elastic elastic, Tree tree, Texts texts, SearchSettings settings) {
        this.query = query;
        this.elastic = elastic;
        this.tree = tree;
        this.texts = texts;
        this.index = SearchIndex.ORGANIZATIONS.alias(settings.prefix());
    }

    private record Answer(Hits hits, @Nullable Map<String, JsonNode> aggregations) {}

    private record Hits(NoticeAnswer.Total total, @Nullable List<Hit> hits) {}

    private record Hit(@JsonProperty("_source") Source source, List<JsonNode> sort) {}

    private record Source(
            UUID id,
            String name,
            BodyKind kind,
            @Nullable LegalForm legalForm,
            @Nullable String creditCode,
            @Nullable String filingNumber,
            String regionCode,
            @Nullable Grade grade,
            Standing status,
            @Nullable List<String> categories,
            @Nullable UUID federationId,
            @Nullable String federationName) {}

    /** Fails with {@code search/unavailable}, or {@code search/cursor-unreadable} for a cursor of another question. */
    public Mono<BodyPage> page(OrganizationQuestion ask, Locale locale) {
        return Mono.defer(() -> {
            var words = words(ask.text());
            var fingerprint = ask.fingerprint(OrganizationQuery.order(ask, words));
            var cursor = Cursor.read(ask.after(), fingerprint, SORT_VALUES);
            return elastic.search(index, query.of(ask, words, cursor), PATHS, Answer.class)
                    .onErrorMap(
                            failure -> cursor != null && failure instanceof Refused,
                            unreadable -> SearchProblem.CURSOR_UNREADABLE.raise())
                    .map(answer -> page(answer, words, ask.size(), fingerprint, locale));
        });
    }

    /** A credit code is printed in groups of four and copied so. */
    static Words words(String text) {
        var typed = text.strip();
        boolean spaced = typed.indexOf(' ') > 0
                && SPACED_CREDIT_CODE.matcher(typed).matches()
                && typed.chars().anyMatch(Character::isDigit);
        return Words.of(spaced ? typed.replace(" ", "") : text);
    }

    private BodyPage page(Answer answer, Words words, int size, String fingerprint, Locale locale) {
        List<Hit> hits =
                answer.hits().hits() == null ? List.of() : answer.hits().hits();
        boolean more = hits.size() > size;
        var shown = more ? hits.subList(0, size) : hits;
        // No status depends on the moment here; the cursor's place for it stays empty.
        var next = more
                ? PageRequest.cursor(
                        Cursor.write(fingerprint, Instant.EPOCH, shown.getLast().sort()))
                : null;
        var total = answer.hits().total();
        return new BodyPage(
                shown.stream().map(hit -> hit(hit.source(), words)).toList(),
                Math.min(total.value(), Page.COUNTED_UP_TO),
                total.isLowerBound(),
                next,
                facets(answer.aggregations() == null ? Map.of() : answer.aggregations(), locale));
    }

    private Facets facets(Map<String, JsonNode> counted, Locale locale) {
        return new Facets(
                facet(counted, BodyFacet.REGION, locale),
                facet(counted, BodyFacet.CATEGORY, locale),
                facet(counted, BodyFacet.KIND, locale),
                facet(counted, BodyFacet.LEGAL_FORM, locale),
                facet(counted, BodyFacet.LEGAL_PERSON, locale),
                facet(counted, BodyFacet.MIN_GRADE, locale),
                facet(counted, BodyFacet.STATUS, locale),
                facet(counted, BodyFacet.FEDERATED, locale));
    }

    private List<Facet> facet(Map<String, JsonNode> counted, BodyFacet name, Locale locale) {
        return FacetCounts.of(counted.get(name.key()), naming(name, locale));
    }

    private UnaryOperator<String> naming(BodyFacet name, Locale locale) {
        return switch (name) {
            case REGION -> tree::regionName;
            case CATEGORY -> tree::categoryName;
            case STATUS -> key -> texts.textOr("search.standing." + key, key, locale);
            default -> key -> texts.textOr("search." + name.key() + "." + key, key, locale);
        };
    }

    private OrganizationHit hit(Source source, Words words) {
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
                        : new Named(source.federationId(), source.federationName()),
                NameHighlight.of(source.name(), words));
    }
}
