package org.goufu.platform.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Optimistic locking over HTTP: {@code ETag: "7"} on what is read, {@code If-Match: "7"} on what is changed.
 *
 * <p>Controllers take the header with {@code @RequestHeader(name = "If-Match", required = false) @Nullable String} and hand the
 * version on; the store refuses a stale one.
 */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** The body with its version in the ETag. */
    public static <T> ResponseEntity<T> tagged(T body, long version) {
        return ResponseEntity.ok().eTag(etag(version)).body(body);
    }

    /**
     * Which version the caller has read.
     *
     * <p>Fails with {@code http/version-required} (428) when the header is missing, and with {@code http/version-stale} (412) when
     * it holds something that was never one of our tags. A list or {@code *} names no version that was read, so it is refused too.
     */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw HttpProblem.VERSION_REQUIRED.raise();
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw HttpProblem.VERSION_STALE.raise();
        }
        return Long.parseLong(tag.group(1));
    }

    /** Fails with {@code http/version-stale} when somebody changed it since. */
    public static void check(long expected, long actual) {
        if (expected != actual) {
            throw HttpProblem.VERSION_STALE.raise();
        }
    }
}
