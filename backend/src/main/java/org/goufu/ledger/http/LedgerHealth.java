package org.goufu.ledger.http;

import org.goufu.ledger.usecase.Soundness;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Down, and with it the whole, when the ledger is halted; readiness stays, for reading goes on. */
@Component("ledger")
class LedgerHealth implements ReactiveHealthIndicator {
    private final Soundness soundness;

    LedgerHealth(Soundness soundness) {
        this.soundness = soundness;
    }

    @Override
    public Mono<Health> health() {
        return soundness
                .whyHalted()
                .map(why -> Health.down().withDetail("reason", why).build())
                .defaultIfEmpty(Health.up().build());
    }
}
