package org.goufu.bidding.usecase;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.seal.Mark;
import org.goufu.bidding.usecase.Origins.Origin;
import org.goufu.platform.database.Together;
import org.goufu.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.publisher.Mono;

/**
 * Keeps a mark of the address that gave a bid (财政部令第87号 第37条), beside the way of the bid: the bidder has its answer and does not
 * wait for it, and a mark that is lost costs no more than a hint.
 */
@Component
public class KeepOrigin {
    private static final Logger LOG = LoggerFactory.getLogger(KeepOrigin.class);
    private static final int MOST = 256;
    private static final int WAITING = 10_000;
    private static final Duration REST = Duration.ofMillis(100);

    private final Origins origins;
    private final Transactions transactions;
    private final SingletonSupplier<Mark> mark;
    private final Together<Origin, Boolean> together;

    KeepOrigin(Origins origins, TimeGateKey key, Transactions transactions) {
        this.origins = origins;
        this.transactions = transactions;
        this.mark = SingletonSupplier.of(() -> new Mark(key.keys()));
        this.together = Together.resting(MOST, REST, WAITING, this::keep, BidProblem.OUTCOME_UNKNOWN::raise);
    }

    /** At once; what becomes of it nobody is told. */
    public void of(UUID lot, UUID body, String address) {
        together.with(new Origin(lot, body, mark.obtain().of(lot, address)))
                .subscribe(kept -> {}, failure -> LOG.debug("a mark was not kept", failure));
    }

    /** Of a body that gave bids for one lot meanwhile, the latest mark. */
    private Mono<List<Boolean>> keep(List<Origin> batch) {
        var latest = new LinkedHashMap<List<UUID>, Origin>();
        batch.forEach(one -> latest.put(List.of(one.lot(), one.body()), one));
        return transactions
                .write(origins.keep(List.copyOf(latest.values())))
                .thenReturn(batch.stream().map(one -> true).toList());
    }
}
