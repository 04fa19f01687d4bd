package org.goufu.search.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.platform.http.Moments;
import org.goufu.search.SearchProblem;
import org.goufu.search.query.Span;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the address; whatever is not understood is refused by name. */
final class Parameters {
    private static final int LONGEST_TEXT = 200;

    private Parameters() {}

    static String text(@Nullable String q) {
        if (q == null) return "";
        if (q.length() > LONGEST_TEXT)
            throw refused("q", q.substring(0, 20) + "…", FieldProblem.of("q", "too-long", LONGEST_TEXT));
        return q;
    }

    /** Without blanks and repetitions: {@code type=} narrows nothing. */
    private static Stream<String> given(@Nullable Collection<String> values) {
        return values == null
                ? Stream.empty()
                : values.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct();
    }

    static List<String> codes(String name, @Nullable Collection<String> values, Predicate<String> known) {
        var codes = given(values).toList();
        for (var code : codes) {
            if (!known.test(code)) throw unknown(name, code);
        }
        return codes;
    }

    static <E extends Enum<E>> List<E> constants(String name, @Nullable Collection<String> values, Class<E> type) {
        return given(values).map(value -> constant(name, value, type)).toList();
    }

    static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) return constant;
        }
        throw unknown(name, value);
    }

    /** {@code relevance} for {@code RELEVANCE}. */
    static <E extends Enum<E>> @Nullable E word(String name, @Nullable String value, Class<E> type) {
        if (value == null || value.isBlank()) return null;
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) return constant;
        }
        throw unknown(name, value);
    }

    static @Nullable Long fen(String name, @Nullable Long amount) {
        if (amount != null && amount < 0) throw unknown(name, amount.toString());
        return amount;
    }

    /** Days of Asia/Shanghai, the last one whole; or instants. */
    static Span span(String fromName, @Nullable String from, String toName, @Nullable String to) {
        return new Span(moment(fromName, from, LocalTime.MIN), moment(toName, to, LocalTime.MAX));
    }

    private static @Nullable Instant moment(String name, @Nullable String value, LocalTime ofDay) {
        if (value == null || value.isBlank()) return null;
        try {
            return Moments.read(value.strip(), ofDay);
        } catch (DateTimeException unreadable) {
            throw unknown(name, value);
        }
    }

    private static ProblemException unknown(String name, String value) {
        return refused(name, value, FieldProblem.of(name, "code-unknown", value));
    }

    private static ProblemException refused(String name, String value, FieldProblem field) {
        return SearchProblem.PARAMETER_UNKNOWN.raise(List.of(field), name, value);
    }
}
