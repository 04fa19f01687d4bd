package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.SigningKeyNews;
import org.goufu.bidding.SigningKeyNews.What;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.ledger.Ledger;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Enrols and revokes the keys by which a body's people sign its bids, in the ledger: a bid signed by a key that never stood there as the
 * body's was invented. The body is told each time, for nobody else can tell that a key is none of its own (decision 41).
 */
@Component
public class KeepSigningKeys {
    private final SigningKeys keys;
    private final OrganizationDirectory organizations;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Transactions transactions;

    KeepSigningKeys(
            SigningKeys keys,
            OrganizationDirectory organizations,
            Ledger ledger,
            Outbox outbox,
            Transactions transactions) {
        this.keys = keys;
        this.organizations = organizations;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Its id. Fails with {@code bid/key-unreadable}. */
    public Mono<UUID> enrol(Actor actor, byte[] encoded) {
        return Mono.fromSupplier(() -> SigningKey.enrolled(
                        Ids.next(), actor.organization(), actor.accountId(), actor.displayName(), encoded))
                .flatMap(key -> transactions.write(keys.enrol(key)
                        .then(outbox.append(news(key, What.ENROLLED, actor)))
                        .then(ledger.enter(List.of(EnteredSigningKey.enrolled(key))))
                        .thenReturn(key.id())));
    }

    /**
     * What it signed stays signed. Fails with {@code bid/key-unknown}.
     *
     * <p>Bids of the body that are being taken in were judged while the key still held: they come into the ledger before its end.
     */
    public Mono<Void> revoke(Actor actor, UUID id) {
        var body = actor.organization();
        return transactions.write(organizations
                .holdAlone(body)
                .then(Mono.defer(() -> keys.revoke(id, body)))
                .delayUntil(key -> outbox.append(news(key, What.REVOKED, actor)))
                .flatMap(this::enterEnd));
    }

    /** Of a key whose beginning was never entered, that as well. */
    private Mono<Void> enterEnd(SigningKey key) {
        return ledger.enter(List.of(EnteredSigningKey.enrolledEarlier(key), EnteredSigningKey.revoked(key)));
    }

    private static SigningKeyNews news(SigningKey key, What what, Actor actor) {
        return new SigningKeyNews(key.id(), key.body(), what, actor.displayName());
    }
}
