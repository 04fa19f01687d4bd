package org.goufu.bidding;

import java.security.KeyPair;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.usecase.KeepSigningKeys;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;

/** A key by which somebody signs for a body that has no account here, enrolled as any other. */
public final class BodySigner {
    private final Actor person;
    private final KeyPair pair;
    private final UUID key;

    private BodySigner(Actor person, KeyPair pair, UUID key) {
        this.person = person;
        this.pair = pair;
        this.key = key;
    }

    static BodySigner of(KeepSigningKeys keys, UUID body) {
        var pair = Envelopes.pair();
        // One name for several bidders would be a signal.
        var name = "经办人" + body;
        var person = new Actor(Ids.next(), "person", name, Set.of(Role.ORGANIZATION_AGENT), null, body, null);
        return new BodySigner(
                person,
                pair,
                keys.enrol(person, Envelopes.point(pair)).blockOptional().orElseThrow());
    }

    void revoke(KeepSigningKeys keys) {
        keys.revoke(person, key).block();
    }

    public UUID key() {
        return key;
    }

    public byte[] sign(byte[] message) {
        return Envelopes.signed(pair, message);
    }
}
