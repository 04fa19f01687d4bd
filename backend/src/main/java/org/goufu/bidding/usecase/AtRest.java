package org.goufu.bidding.usecase;

import java.security.SecureRandom;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Wrap;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Wraps what came out of envelopes before it is written down: a stolen database or backup tells nothing of it. */
@Component
class AtRest {
    private final SingletonSupplier<Wrap> wrap;

    AtRest(TimeGateKey key) {
        this.wrap = SingletonSupplier.of(() -> new Wrap(key.keys(), new SecureRandom()));
    }

    /** The part that is a segment's key. */
    static String key(String segment) {
        return "key|" + segment;
    }

    /** The part that is a holder's share of it. */
    static String share(String segment, String kid) {
        return "share|" + segment + "|" + kid;
    }

    byte[] wrapped(UUID envelope, String part, byte[] content) {
        return wrap.obtain().wrapped(envelope + "|" + part, content);
    }

    byte[] unwrapped(UUID envelope, String part, byte[] wrapped) {
        return wrap.obtain().unwrapped(envelope + "|" + part, wrapped);
    }
}
