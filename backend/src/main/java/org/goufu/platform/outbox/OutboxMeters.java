package org.goufu.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows operators how much news waits. */
@Component
class OutboxMeters {
    private final Deliveries deliveries;
    private final AtomicLong waiting;

    OutboxMeters(Deliveries deliveries, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.waiting = meters.gauge("goufu.outbox.waiting", new AtomicLong());
    }

    @Scheduled(fixedDelay = 10_000)
    Mono<Long> measure() {
        return deliveries
                .waiting()
                .timeout(Duration.ofSeconds(5))
                .doOnNext(waiting::set)
                .onErrorResume(down -> Mono.empty());
    }
}
