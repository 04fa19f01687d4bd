package org.goufu.reference.http;

import java.time.Duration;
import org.goufu.reference.ReferenceVersion;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lets browsers and proxies keep reference data for an hour, and ask afterwards whether it is still the same import. */
@Component
class Cached {
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final String etag;

    Cached(ReferenceVersion version) {
        this.etag = "\"" + version.value() + "\"";
    }

    <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(AN_HOUR).eTag(etag).body(body);
    }
}
