package org.goufu.bidding.domain.seal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one object to the letter: every field that must be there, none besides, each of its form. */
final class Fields {
    private static final int HASH_LENGTH = 64;
    private static final int ID_LENGTH = 36;

    private final Map<?, ?> values;

    private Fields(Map<?, ?> values) {
        this.values = values;
    }

    static Fields of(Object value, Set<String> required) {
        return of(value, required, Set.of());
    }

    static Fields of(Object value, Set<String> required, Set<String> optional) {
        if (!(value instanceof Map<?, ?> fields)) throw SealException.malformed("not an object");
        int found = 0;
        for (var name : fields.keySet()) {
            if (required.contains(name)) found++;
            else if (!optional.contains(name)) throw SealException.malformed("unknown field " + name);
        }
        if (found < required.size()) throw SealException.malformed("fields are missing of " + required);
        return new Fields(fields);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, Predicate<String> form) {
        if (values.get(name) instanceof String text && form.test(text)) return text;
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
        return idItem(values.get(name));
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
        if (item instanceof String text && isHex(text, HASH_LENGTH)) return text;
        throw SealException.malformed("not a hash");
    }

    /** Whether it is so many small hexadecimal digits. A pattern would take longer than all else that is done with a manifest's hashes. */
    static boolean isHex(String text, int length) {
        if (text.length() != length) return false;
        for (int i = 0; i < length; i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) return false;
        }
        return true;
    }

    /** As an id is written, and no other way that could be read as one. */
    static UUID idItem(@Nullable Object item) {
        if (item instanceof String text && text.length() == ID_LENGTH) {
            try {
                var id = UUID.fromString(text);
                if (id.toString().equals(text)) return id;
            } catch (IllegalArgumentException noId) {
                // said below
            }
        }
        throw SealException.malformed("not an id");
    }
}
