package org.goufu.bidding.usecase;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.ledger.Act;

/** What the ledger says of a key by which a body signs: enough for anybody to see later that a bid is that body's. Persons are not named. */
final class EnteredSigningKey {
    private EnteredSigningKey() {}

    static Act enrolled(SigningKey key) {
        return new Act(Act.Kind.SIGNING_KEY_ENROLLED, key.id(), null, said(key));
    }

    /** One of before the ledger knew of such keys: its place tells nothing of since when it was there. */
    static Act enrolledEarlier(SigningKey key) {
        return new Act(Act.Kind.SIGNING_KEY_ENROLLED, key.id(), null, earlier(key));
    }

    static Act revoked(SigningKey key) {
        return new Act(Act.Kind.SIGNING_KEY_REVOKED, key.id(), null, said(key));
    }

    static Act revokedEarlier(SigningKey key) {
        return new Act(Act.Kind.SIGNING_KEY_REVOKED, key.id(), null, earlier(key));
    }

    private static Map<String, Object> earlier(SigningKey key) {
        var said = said(key);
        said.put("earlier", true);
        return said;
    }

    private static Map<String, Object> said(SigningKey key) {
        return new TreeMap<>(Map.of(
                "body", key.body().toString(),
                "pub", Base64.getUrlEncoder().withoutPadding().encodeToString(key.point())));
    }
}
