package org.goufu.bidding.sql;

import java.time.Instant;
import java.util.UUID;
import org.goufu.bidding.domain.HolderGroup;
import org.goufu.bidding.domain.HolderKey;
import org.jspecify.annotations.Nullable;

/**
 * A key as the people around its owner see it.
 *
 * @param kid by which keysets name it
 * @param regionCode whose purchases a supervisor's key opens, with everything under it, as it was when the key was proposed; null for a
 *     department's
 * @param mine whether the caller owns it
 * @param approver who made it one of the group's keys
 * @param rehearsedAt when its owner last opened a dummy with it
 * @param rehearsed whether that is recent enough to rely on: within 30 days
 */
public record HolderKeyView(
        UUID id,
        String kid,
        HolderGroup group,
        String owner,
        @Nullable String regionCode,
        boolean mine,
        HolderKey.State state,
        Instant proposedAt,
        @Nullable Instant enrolledAt,
        @Nullable Instant revokedAt,
        @Nullable String approver,
        @Nullable Instant rehearsedAt,
        boolean rehearsed) {}
