package org.goufu.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.goufu.search.query.Words.Word;
import org.springframework.stereotype.Component;

/**
 * One word as a query over notices.
 *
 * <p>Scores are fixed steps (where a word stands and how it was meant), not statistics: an order that new documents cannot shift is
 * what makes paging stable. Within a step the newest comes first.
 */
@Component
class TextQueries {
    private static final float TITLE = 8;
    private static final float ALSO = 3;
    private static final float BODY = 2;
    private static final float AS_TYPED = 1;
    private static final float SYNONYM = 0.5f;
    private static final float IN_PARTS = 0.25f;
    private static final double ELSEWHERE_TOO = 0.1;

    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+(?:[._'][a-z0-9]+)*");
    private static final Pattern LETTERS = Pattern.compile("[a-z]{2,40}");
    private static final int MOST_INITIALS = 8;

    private final Vocabulary vocabulary;

    TextQueries(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Query notices(Word word) {
        return anyOf(word.exact() ? fields(word.text(), AS_TYPED) : widened(word.text()));
    }

    private List<Query> widened(String word) {
        var ways = said(word, AS_TYPED);
        if (LETTERS.matcher(word).matches()) {
            vocabulary.typedAs(word).forEach(meant -> ways.addAll(said(meant, SYNONYM)));
            ways.addAll(pinyin("titlePinyin", "titleInitials", word, TITLE * SYNONYM));
        }
        var parts = vocabulary.parts(word);
        if (parts.size() > 1) {
            ways.add(inParts(parts));
        }
        return ways;
    }

    /** The word and its synonyms. */
    private static List<Query> said(String word, float worth) {
        var ways = new ArrayList<>(fields(word, worth));
        Synonyms.of(word).forEach(synonym -> ways.addAll(fields(synonym, worth * SYNONYM)));
        return ways;
    }

    /** A long run of characters also means a notice that says all its words apart. */
    private static Query inParts(List<String> parts) {
        var all = parts.stream().map(part -> anyOf(said(part, IN_PARTS))).toList();
        return QueryBuilders.bool(bool -> bool.must(all));
    }

    private static List<Query> fields(String text, float worth) {
        var ways = new ArrayList<Query>();
        ways.add(worth(TITLE * worth, phrase("title", text)));
        ways.add(worth(ALSO * worth, phrase("also", text)));
        if (text.codePointCount(0, text.length()) == 1 || LATIN.matcher(text).matches()) {
            ways.add(worth(BODY * worth, single(text)));
        } else {
            ways.add(worth(BODY * worth, phrase("body", text)));
        }
        return ways;
    }

    /** The body holds pairs of characters only: one alone is the beginning of a pair, or stands last. */
    private static Query single(String text) {
        var alone = QueryBuilders.term(term -> term.field("singles").value(text));
        if (LATIN.matcher(text).matches()) return alone;
        var begins = QueryBuilders.prefix(prefix -> prefix.field("body").value(text));
        return QueryBuilders.bool(bool -> bool.should(alone, begins).minimumShouldMatch("1"));
    }

    /** Letters as syllables; letters that are no syllables as first letters. */
    static List<Query> pinyin(String syllableField, String initialField, String letters, float worth) {
        var readings = Syllables.of(letters);
        var ways = new ArrayList<Query>();
        for (var reading : readings) {
            ways.add(worth(worth, allOf(syllableField, reading.size() == 1 ? reading : pairs(reading, " "))));
        }
        if (readings.isEmpty() && letters.length() <= MOST_INITIALS) {
            ways.add(worth(worth * SYNONYM, allOf(initialField, pairs(List.of(letters.split("")), ""))));
        }
        return ways;
    }

    private static List<String> pairs(List<String> steps, String between) {
        var pairs = new ArrayList<String>();
        for (int i = 1; i < steps.size(); i++) {
            pairs.add(steps.get(i - 1) + between + steps.get(i));
        }
        return pairs;
    }

    private static Query allOf(String field, List<String> terms) {
        var all = terms.stream()
                .map(value -> QueryBuilders.term(term -> term.field(field).value(value)))
                .toList();
        return all.size() == 1 ? all.getFirst() : QueryBuilders.bool(bool -> bool.filter(all));
    }

    static Query phrase(String field, String text) {
        return QueryBuilders.matchPhrase(match -> match.field(field).query(text));
    }

    static Query worth(float score, Query query) {
        return QueryBuilders.constantScore(constant -> constant.filter(query).boost(score));
    }

    /** The best way counts; further ones a little. */
    static Query anyOf(List<Query> ways) {
        return QueryBuilders.disMax(best -> best.queries(ways).tieBreaker(ELSEWHERE_TOO));
    }
}
