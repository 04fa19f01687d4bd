package org.goufu.bidding.usecase;

import java.security.SecureRandom;
import java.util.UUID;
import org.goufu.bidding.Wrapping;
import org.goufu.bidding.domain.seal.Wrap;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Wraps what came out of envelopes, with a key that is derived from the platform's own. */
@Component
class AtRest implements Wrapping {
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

    @Override
    public byte[] wrapped(UUID id, String part, byte[] content) {
        return wrap.obtain().wrapped(id + "|" + part, content);
    }

    @Override
    public byte[] unwrapped(UUID id, String part, byte[] wrapped) {
        return wrap.obtain().unwrapped(id + "|" + part, wrapped);
    }
}
