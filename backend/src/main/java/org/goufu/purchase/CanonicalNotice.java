package org.goufu.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way to write a notice down, so that anybody can take its digest: keys sorted, nothing absent, no spaces, UTF-8 (RFC 8785
 * for the strings, integers and lists that a notice is made of).
 *
 * <p>The text itself is kept beside its digest: one that was written in another order stays what it was digested as, and is read all
 * the same.
 */
public final class CanonicalNotice {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // Else the components of records would stand in the order in which they are written down.
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(
                    always -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private CanonicalNotice() {}

    public static String text(NoticeContent notice) {
        return MAPPER.writeValueAsString(notice);
    }

    public static NoticeContent read(String text) {
        return MAPPER.readValue(text, NoticeContent.class);
    }

    /** SHA-256 of the text's UTF-8 bytes. */
    public static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
