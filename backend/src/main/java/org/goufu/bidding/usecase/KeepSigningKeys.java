package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Enrols and revokes the keys by which a body's people sign its bids. */
@Component
public class KeepSigningKeys {
    private final SigningKeys keys;
    private final Transactions transactions;

    KeepSigningKeys(SigningKeys keys, Transactions transactions) {
        this.keys = keys;
        this.transactions = transactions;
    }

    /** Its id. Fails with {@code bid/key-unreadable}. */
    public Mono<UUID> enrol(Actor actor, byte[] encoded) {
        return Mono.fromSupplier(() -> SigningKey.enrolled(
                        Ids.next(), actor.organization(), actor.accountId(), actor.displayName(), encoded))
                .flatMap(key -> transactions.write(keys.enrol(key).thenReturn(key.id())));
    }

    /** What it signed stays signed. Fails with {@code bid/key-unknown}. */
    public Mono<Void> revoke(Actor actor, UUID id) {
        return transactions.write(keys.revoke(id, actor.organization()));
    }
}
