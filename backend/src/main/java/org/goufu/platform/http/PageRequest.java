package org.goufu.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * <p>Controllers declare {@code size} and {@code after} as request parameters and build this from them.
 *
 * @param size 1 to 100
 * @param after what the cursor of the page before said, null for the first page
 */
public record PageRequest(int size, @Nullable String after) {
    public static final String DEFAULT_SIZE = "20";
    private static final int LARGEST = 100;
    private static final int ID_LENGTH = 36;

    /** Fails with {@code http/parameter-invalid} for a size out of range or a cursor that is none of ours. */
    public static PageRequest of(int size, @Nullable String cursor) {
        if (size < 1 || size > LARGEST) {
            throw HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("size", "range", 1, LARGEST)), "size");
        }
        return new PageRequest(size, cursor == null || cursor.isEmpty() ? null : decode(cursor));
    }

    /** An opaque cursor for the row after which the next page begins. */
    public static String cursor(String after) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8));
    }

    /** The id after which the page begins, where the list is in order of ids; null for the first page. */
    public @Nullable UUID afterId() {
        return after == null ? null : id(after);
    }

    /** A row of a list that is in order of a text, and of ids where texts are the same. */
    public record Keyed(UUID id, String key) {}

    /** The row after which the page of such a list begins; null for the first page. */
    public @Nullable Keyed afterKeyed() {
        if (after == null) return null;
        if (after.length() < ID_LENGTH) throw unreadable();
        return new Keyed(id(after.substring(0, ID_LENGTH)), after.substring(ID_LENGTH));
    }

    public static String cursor(UUID id, String key) {
        return cursor(id + key);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw unreadable();
        }
    }

    /** The version below which the page begins, where the last comes first. */
    public long belowVersion() {
        return number(Long.MAX_VALUE);
    }

    /** The place after which the page begins, where the list is in order of places counted from 0. */
    public long afterPlace() {
        return number(-1);
    }

    private long number(long first) {
        if (after == null) return first;
        if (!after.matches("\\d{1,18}")) throw unreadable();
        return Long.parseLong(after);
    }

    /** A cursor that is none of this list's. */
    public static ProblemException unreadable() {
        return HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("after", "invalid")), "after");
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw unreadable();
        }
    }
}
