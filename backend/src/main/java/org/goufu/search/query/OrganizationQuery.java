package org.goufu.search.query;

import static org.goufu.search.query.TextQueries.anyOf;
import static org.goufu.search.query.TextQueries.phrase;
import static org.goufu.search.query.TextQueries.worth;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goufu.kernel.Page;
import org.goufu.search.query.Words.Word;
import org.jspecify.annotations.Nullable;

/** Turns a question about bodies into one request. */
final class OrganizationQuery {
    private static final float NUMBER = 16;
    private static final float NAME = 8;
    private static final float SYNONYM = 4;
    private static final float TYPED = 4;
    private static final float ABBREVIATED = 2;
    private static final int SHORTEST_ABBREVIATION = 3;
    /** How many characters of the full name an abbreviation may leave out. */
    private static final int LEFT_OUT = 12;

    private static final List<String> SHOWN = List.of(
            "id",
            "kind",
            "legalForm",
            "creditCode",
            "filingNumber",
            "name",
            "regionCode",
            "grade",
            "status",
            "categories",
            "federationId",
            "federationName");
    private static final Query GONE =
            QueryBuilders.term(term -> term.field("deleted").value(true));

    private OrganizationQuery() {}

    static SearchRequest of(OrganizationQuestion ask, Words words, @Nullable Cursor cursor) {
        return SearchRequest.of(request -> {
            request.query(query(ask, words))
                    .size(ask.size() + 1)
                    .trackTotalHits(total -> total.count(Page.COUNTED_UP_TO))
                    .source(source -> source.filter(filter -> filter.includes(SHOWN)))
                    .sort(score(), by("regionCode"), by("id"));
            if (cursor != null) request.searchAfter(cursor.after());
            return request;
        });
    }

    private static SortOptions score() {
        return SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
    }

    private static SortOptions by(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Asc)));
    }

    private static Query query(OrganizationQuestion ask, Words words) {
        var query = QueryBuilders.bool().mustNot(GONE);
        query.must(words.wanted().stream().map(OrganizationQuery::named).toList());
        words.unwanted().forEach(word -> query.mustNot(named(word)));
        if (words.isVoid()) query.mustNot(QueryBuilders.matchAll(every -> every));
        if (!ask.regions().isEmpty()) query.filter(NoticeFilters.anyOf("regionPath", ask.regions()));
        if (!ask.categories().isEmpty()) query.filter(NoticeFilters.anyOf("categoryPath", ask.categories()));
        if (!ask.kinds().isEmpty()) {
            query.filter(NoticeFilters.anyOf("kind", NoticeFilters.names(ask.kinds())));
        }
        if (!ask.legalForms().isEmpty()) {
            query.filter(NoticeFilters.anyOf("legalForm", NoticeFilters.names(ask.legalForms())));
        }
        if (!ask.federations().isEmpty()) {
            var ids = ask.federations().stream().map(Object::toString).toList();
            query.filter(NoticeFilters.anyOf("federations", ids));
        }
        if (ask.legalPerson() != null) {
            query.filter(QueryBuilders.term(term -> term.field("legalPerson").value(ask.legalPerson())));
        }
        if (ask.minGrade() > 0) {
            query.filter(QueryBuilders.range(
                    range -> range.number(grade -> grade.field("gradeLevel").gte((double) ask.minGrade()))));
        }
        return query.build()._toQuery();
    }

    /** By name, a part of it, a synonym in it, its sound, its first letters, an abbreviation, or a number of the body. */
    static Query named(Word word) {
        var text = word.text();
        var ways = new ArrayList<Query>();
        ways.add(worth(NAME, phrase("name", text)));
        ways.add(worth(NAME, phrase("nameFolded", text)));
        ways.add(worth(NUMBER, number("creditCode", text)));
        ways.add(worth(NUMBER, number("filingNumber", text)));
        if (word.exact()) return anyOf(ways);
        Synonyms.of(text).forEach(synonym -> ways.add(worth(SYNONYM, phrase("name", synonym))));
        if (text.matches("[a-z]{2,40}")) {
            ways.addAll(TextQueries.pinyin("namePinyin", "nameInitials", text, TYPED));
        } else if (text.length() >= SHORTEST_ABBREVIATION) {
            ways.add(worth(ABBREVIATED, abbreviation(text)));
        }
        return anyOf(ways);
    }

    private static Query number(String field, String text) {
        return QueryBuilders.term(term -> term.field(field).value(text.toUpperCase(Locale.ROOT)));
    }

    /** All its characters in this order, others in between. */
    private static Query abbreviation(String text) {
        return QueryBuilders.intervals(intervals -> intervals
                .field("name.letters")
                .match(match -> match.query(text).ordered(true).maxGaps(LEFT_OUT)));
    }
}
