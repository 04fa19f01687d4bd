package org.goufu.organization.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One act on a body.
 *
 * @param before the fields that changed, by name, with what stood there; a field that did not exist is left out
 * @param after the same fields with what stands there now
 */
public record BodyChange(
        UUID bodyId, BodyAct act, Actor by, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {

    public BodyChange {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }
}
