package org.goufu.bidding.usecase;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.bidding.domain.HolderGroup;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.ledger.Act;
import org.jspecify.annotations.Nullable;

/** What the ledger says of a key: enough for a bidder to see that nobody slipped another key into a keyset. Persons are not named. */
public final class EnteredKey {
    private EnteredKey() {}

    public static Act enrolled(HolderKey key) {
        return act(Act.Kind.KEY_ENROLLED, key);
    }

    static Act revoked(HolderKey key) {
        return act(Act.Kind.KEY_REVOKED, key);
    }

    /** The platform's own; entered once. */
    static Act ofPlatform(byte[] publicKey) {
        var subject = platform(KeyPair.kid(publicKey));
        return act(Act.Kind.KEY_ENROLLED, subject, HolderGroup.PLATFORM, publicKey, null);
    }

    /** Under which the platform's key stands: it is in no table. */
    public static UUID platform(String kid) {
        return UUID.nameUUIDFromBytes(kid.getBytes(StandardCharsets.US_ASCII));
    }

    private static Act act(Act.Kind kind, HolderKey key) {
        return act(kind, key.id(), key.group(), key.publicKey(), key.departmentId());
    }

    private static Act act(
            Act.Kind kind, UUID subject, HolderGroup group, byte[] publicKey, @Nullable UUID departmentId) {
        var details = new TreeMap<String, Object>();
        details.put("group", group.id());
        details.put("kid", KeyPair.kid(publicKey));
        details.put("pub", Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey));
        if (departmentId != null) details.put("department", departmentId.toString());
        return new Act(kind, subject, null, details);
    }
}
