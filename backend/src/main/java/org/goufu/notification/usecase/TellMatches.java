package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.matching.MatchDirectory;
import org.goufu.matching.MatchDirectory.ToTell;
import org.goufu.notification.Teller;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Batch.Telling;
import org.goufu.platform.database.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells bodies of the lots that match them. */
@Component
public class TellMatches implements Teller {
    private final MatchDirectory matches;
    private final Delivery delivery;
    private final Transactions transactions;
    private final RandomGenerator random;

    @Autowired
    public TellMatches(MatchDirectory matches, Delivery delivery, Transactions transactions) {
        this(matches, delivery, transactions, new SecureRandom());
    }

    TellMatches(MatchDirectory matches, Delivery delivery, Transactions transactions, RandomGenerator random) {
        this.matches = matches;
        this.delivery = delivery;
        this.transactions = transactions;
        this.random = random;
    }

    @Override
    public Mono<Void> tell(UUID lotId, UUID noticeId) {
        return matches.toTell(lotId)
                .collectList()
                .filter(all -> !all.isEmpty())
                .map(all -> batch(lotId, noticeId, all))
                .flatMap(batch -> transactions.write(delivery.of(batch)));
    }

    private Batch batch(UUID lotId, UUID noticeId, List<ToTell> all) {
        var any = all.getFirst();
        var tellings = all.stream()
                .map(one -> new Telling(one.bodyId(), one.reasons()))
                .toList();
        return Batch.ofMatches(lotId, noticeId, any.purchaseId(), any.title(), tellings, random);
    }
}
