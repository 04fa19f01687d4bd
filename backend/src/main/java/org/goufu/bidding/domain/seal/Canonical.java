package org.goufu.bidding.domain.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as envelopes are written: keys sorted, no spaces, ASCII without escapes, whole numbers. A part of RFC 8785 in which a value has
 * one form only, so that two readers cannot see two things in the same bytes.
 *
 * <p>Values are maps, lists, texts and {@link Long}s.
 */
final class Canonical {
    private static final int DEEPEST = 8;
    private static final int LONGEST_NUMBER = 15;

    private final byte[] bytes;
    private int at;

    private Canonical(byte[] bytes) {
        this.bytes = bytes;
    }

    static Object read(byte[] bytes) {
        var reader = new Canonical(bytes);
        var value = reader.value(0);
        if (reader.at != bytes.length) throw reader.wrong("something after the end");
        return value;
    }

    static byte[] write(Object value) {
        var text = new StringBuilder();
        append(text, value);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Object value(int depth) {
        if (depth > DEEPEST) throw wrong("too deep");
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> text();
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        var fields = new LinkedHashMap<String, Object>();
        expect('{');
        if (skip('}')) return fields;
        var before = "";
        do {
            var name = text();
            if (!fields.isEmpty() && before.compareTo(name) >= 0) throw wrong("keys are not sorted");
            before = name;
            expect(':');
            fields.put(name, value(depth + 1));
        } while (skip(','));
        expect('}');
        return fields;
    }

    private List<Object> list(int depth) {
        var items = new ArrayList<>();
        expect('[');
        if (skip(']')) return items;
        do items.add(value(depth + 1));
        while (skip(','));
        expect(']');
        return items;
    }

    private String text() {
        expect('"');
        int first = at;
        while (peek() != '"') {
            if (peek() < ' ' || peek() > '~' || peek() == '\\') throw wrong("not a plain letter");
            at++;
        }
        var text = new String(bytes, first, at - first, StandardCharsets.US_ASCII);
        at++;
        return text;
    }

    private Long number() {
        int first = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') at++;
        int length = at - first;
        if (length == 0 || length > LONGEST_NUMBER || length > 1 && bytes[first] == '0') throw wrong("not a number");
        return Long.valueOf(new String(bytes, first, length, StandardCharsets.US_ASCII));
    }

    private int peek() {
        if (at >= bytes.length) throw wrong("it ends too early");
        return bytes[at];
    }

    private boolean skip(char wanted) {
        if (peek() != wanted) return false;
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) throw wrong("no " + wanted);
    }

    private SealException wrong(String what) {
        return SealException.malformed(what + " at " + at);
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case Map<?, ?> fields -> {
                text.append('{');
                fields.entrySet().stream()
                        .sorted((one, other) ->
                                one.getKey().toString().compareTo(other.getKey().toString()))
                        .forEach(field -> {
                            if (text.charAt(text.length() - 1) != '{') text.append(',');
                            text.append('"').append(field.getKey()).append("\":");
                            append(text, field.getValue());
                        });
                text.append('}');
            }
            case List<?> items -> {
                text.append('[');
                for (var item : items) {
                    if (text.charAt(text.length() - 1) != '[') text.append(',');
                    append(text, item);
                }
                text.append(']');
            }
            case Number number -> text.append(number.longValue());
            default -> text.append('"').append(value).append('"');
        }
    }
}
