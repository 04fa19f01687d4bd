package org.goufu.ledger.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) without a library, for the verifier has none: objects as maps, numbers as the text that was written.
 *
 * <p>Strict: a name that stands twice in an object could be read in two ways, and is refused.
 */
public final class Json {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** A number, as it was written. */
    record Number(String written) {}

    /** Throws {@link IllegalArgumentException} when it is no JSON. */
    static @Nullable Object read(String text) {
        var json = new Json(text);
        var value = json.value(0);
        json.skip();
        if (json.at < text.length()) throw json.wrong("more text");
        return value;
    }

    /** The object's members; none when it is not an object at all. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String text) {
        return read(text) instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of();
    }

    /** The text of a member; empty when it is missing or no text. */
    public static Optional<String> text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String found ? Optional.of(found) : Optional.empty();
    }

    /** The same; an empty text when there is none. */
    static String said(Map<String, Object> object, String name) {
        return text(object, name).orElse("");
    }

    /** The object's members; none for what is no JSON object. */
    static Map<String, Object> members(String text) {
        try {
            return object(text);
        } catch (IllegalArgumentException unreadable) {
            return Map.of();
        }
    }

    /** An object within; empty when it is missing or no object. */
    @SuppressWarnings("unchecked")
    static Optional<Map<String, Object>> object(Map<String, Object> object, String name) {
        return object.get(name) instanceof Map<?, ?> found
                ? Optional.of((Map<String, Object>) found)
                : Optional.empty();
    }

    /** The objects of a list within; what is no object is left out. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        if (!(object.get(name) instanceof List<?> found)) return List.of();
        return found.stream()
                .filter(Map.class::isInstance)
                .map(one -> (Map<String, Object>) one)
                .toList();
    }

    /** The texts of a list within; what is no text is left out. */
    static List<String> texts(Map<String, Object> object, String name) {
        if (!(object.get(name) instanceof List<?> found)) return List.of();
        return found.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** A whole number within; empty when it is missing or none. */
    static Optional<Long> whole(Map<String, Object> object, String name) {
        if (!(object.get(name) instanceof Number found) || !found.written().matches("-?[0-9]{1,18}"))
            return Optional.empty();
        return Optional.of(Long.valueOf(found.written()));
    }

    /** Whether both say the same, in whatever order and however their numbers are written. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return new BigDecimal(left.written()).compareTo(new BigDecimal(right.written())) == 0;
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            return left.size() == right.size()
                    && IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i)));
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return left.keySet().equals(right.keySet())
                    && left.keySet().stream().allMatch(name -> same(left.get(name), right.get(name)));
        }
        return Objects.equals(one, other);
    }

    private @Nullable Object value(int depth) {
        skip();
        if (depth > DEEPEST) throw wrong("too deep");
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> members(int depth) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        at++;
        skip();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            skip();
            if (peek() != '"') throw wrong("a name expected");
            var name = string();
            skip();
            expect(':');
            if (members.containsKey(name)) throw wrong("twice: " + name);
            members.put(name, value(depth + 1));
            if (!goesOn('}')) return members;
        }
    }

    private List<@Nullable Object> items(int depth) {
        var items = new ArrayList<@Nullable Object>();
        at++;
        skip();
        if (peek() == ']') {
            at++;
            return items;
        }
        do items.add(value(depth + 1));
        while (goesOn(']'));
        return items;
    }

    private boolean goesOn(char end) {
        skip();
        char next = peek();
        at++;
        if (next != ',' && next != end) throw wrong("a comma expected");
        return next == ',';
    }

    private String string() {
        var read = new StringBuilder();
        at++;
        while (peek() != '"') {
            char letter = text.charAt(at++);
            if (letter < ' ') throw wrong("a bare control character");
            read.append(letter == '\\' ? escaped() : letter);
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        char letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw wrong("an unknown escape");
        };
    }

    private char hex() {
        if (at + 4 > text.length()) throw wrong("four digits expected");
        var digits = text.substring(at, at + 4);
        if (!digits.matches("[0-9a-fA-F]{4}")) throw wrong("four digits expected");
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private Number number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        var written = text.substring(from, at);
        if (!written.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) throw wrong("no value");
        return new Number(written);
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) throw wrong("no value");
        at += word.length();
        return value;
    }

    private void expect(char wanted) {
        if (peek() != wanted) throw wrong(wanted + " expected");
        at++;
    }

    private char peek() {
        if (at >= text.length()) throw wrong("the end");
        return text.charAt(at);
    }

    private void skip() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("no JSON at " + at + ": " + what);
    }
}
