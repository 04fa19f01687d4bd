package org.goufu.bidding.domain.seal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one object to the letter: every field that must be there, none besides, each of its form. */
final class Fields {
    private static final int HASH_LENGTH = 64;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<?, ?> values;

    private Fields(Map<?, ?> values) {
        this.values = values;
    }

    static Fields of(Object value, Set<String> required) {
        return of(value, required, Set.of());
    }

    static Fields of(Object value, Set<String> required, Set<String> optional) {
        if (!(value instanceof Map<?, ?> fields)) throw SealException.malformed("not an object");
        for (var name : fields.keySet()) {
            if (!required.contains(name) && !optional.contains(name))
                throw SealException.malformed("unknown field " + name);
        }
        if (!fields.keySet().containsAll(required)) throw SealException.malformed("fields are missing of " + required);
        return new Fields(fields);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, Pattern form) {
        if (values.get(name) instanceof String text && form.matcher(text).matches()) return text;
        throw SealException.malformed(name);
    }

    void is(String name, Object wanted) {
        if (!wanted.equals(values.get(name))) throw SealException.malformed(name);
    }

    /** A SHA-256 in small hexadecimal digits. */
    String hash(String name) {
        return hashItem(values.get(name));
    }

    UUID id(String name) {
        return UUID.fromString(text(name, ID));
    }

    int number(String name, long least, long most) {
        return Math.toIntExact(longNumber(name, least, most));
    }

    long longNumber(String name, long least, long most) {
        if (values.get(name) instanceof Long number && number >= least && number <= most) return number;
        throw SealException.malformed(name);
    }

    /** Base64 of so many bytes. */
    byte[] bytes(String name, int least, int most) {
        if (values.get(name) instanceof String text) {
            var bytes = Bytes.ofBase64(text);
            if (bytes.length >= least && bytes.length <= most) return bytes;
        }
        throw SealException.malformed(name);
    }

    <T> List<T> list(String name, int least, int most, Function<Object, T> item) {
        if (values.get(name) instanceof List<?> items && items.size() >= least && items.size() <= most) {
            return items.stream().<T>map(item::apply).toList();
        }
        throw SealException.malformed(name);
    }

    static String hashItem(@Nullable Object item) {
        if (item instanceof String text && isHash(text)) return text;
        throw SealException.malformed("not a hash");
    }

    private static boolean isHash(String text) {
        if (text.length() != HASH_LENGTH) return false;
        for (int i = 0; i < HASH_LENGTH; i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) return false;
        }
        return true;
    }

    static UUID idItem(Object item) {
        if (item instanceof String text && ID.matcher(text).matches()) return UUID.fromString(text);
        throw SealException.malformed("not an id");
    }
}
