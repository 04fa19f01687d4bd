package org.goufu.purchase.usecase;

import java.util.Set;
import org.goufu.ledger.Act;
import org.goufu.ledger.EarlierActs;
import org.goufu.purchase.usecase.Purchases.Published;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices of before the ledger stood, in the order of their publication. */
@Component
@Order(2)
class EarlierNotices implements EarlierActs<Published> {
    private final Purchases purchases;

    EarlierNotices(Purchases purchases) {
        this.purchases = purchases;
    }

    @Override
    public Set<Act.Kind> kinds() {
        return Set.of(Act.Kind.NOTICE_PUBLISHED);
    }

    @Override
    public Mono<Long> done() {
        return purchases.published();
    }

    @Override
    public Flux<Published> after(@Nullable Published last, int size) {
        return purchases.publishedAfter(last, size);
    }

    @Override
    public Flux<Act> of(Published notice) {
        return Flux.just(EnteredNotice.of(notice));
    }
}
