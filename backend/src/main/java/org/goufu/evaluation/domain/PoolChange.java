package org.goufu.evaluation.domain;

import java.util.Map;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One act on an entry.
 *
 * @param before the items that changed, with what stood there
 * @param after the same items with what stands there now
 */
public record PoolChange(
        PoolAct act,
        Actor by,
        @Nullable String reason,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {

    /** Between two readings of the same entry. */
    public static PoolChange between(
            PoolAct act, Actor by, @Nullable String reason, PoolEntry before, PoolEntry after) {
        return new PoolChange(act, by, reason, before.itemsUnlike(after), after.itemsUnlike(before));
    }
}
