package org.goufu.bidding.usecase;

import java.util.Set;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.ledger.Act;
import org.goufu.ledger.EarlierActs;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keys of before the ledger knew of any that sign; first, for bids are signed by them meanwhile. */
@Component
@Order(1)
class EarlierSigningKeys implements EarlierActs<SigningKey> {
    private final SigningKeys keys;

    EarlierSigningKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Set<Act.Kind> kinds() {
        return Set.of(Act.Kind.SIGNING_KEY_ENROLLED, Act.Kind.SIGNING_KEY_REVOKED);
    }

    @Override
    public Mono<Long> done() {
        return keys.changes();
    }

    @Override
    public Flux<SigningKey> after(@Nullable SigningKey last, int size) {
        return keys.after(last == null ? null : last.id(), size);
    }

    @Override
    public Flux<Act> of(SigningKey key) {
        var enrolled = EnteredSigningKey.enrolledEarlier(key);
        return key.revoked() ? Flux.just(enrolled, EnteredSigningKey.revokedEarlier(key)) : Flux.just(enrolled);
    }
}
