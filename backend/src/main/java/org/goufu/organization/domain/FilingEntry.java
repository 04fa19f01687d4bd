package org.goufu.organization.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One act on a filing.
 *
 * @param reason why, where the act asks for one
 * @param before the items that changed, with what stood there
 * @param after the same items with what stands there now
 */
public record FilingEntry(
        UUID filingId,
        long version,
        FilingAct act,
        Actor by,
        @Nullable String reason,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {

    public FilingEntry {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }
}
