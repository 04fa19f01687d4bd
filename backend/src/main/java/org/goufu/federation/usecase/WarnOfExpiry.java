package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Expiries.Expiring;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells member and federation 60, 30 and 7 days before a mandate runs out, so that nobody loses a purchase over a date. */
@Component
class WarnOfExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(WarnOfExpiry.class);
    private static final int AT_ONCE = 200;

    private final Expiries expiries;
    private final Enrolments enrolments;
    private final Register register;
    private final Transactions transactions;
    private final BusinessClock clock;

    WarnOfExpiry(
            Expiries expiries,
            Enrolments enrolments,
            Register register,
            Transactions transactions,
            BusinessClock clock) {
        this.expiries = expiries;
        this.enrolments = enrolments;
        this.register = register;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void look() {
        warn().doOnError(failure -> LOG.warn("could not warn of mandates that run out", failure))
                .onErrorComplete()
                .subscribe();
    }

    /** How many were told of; a full round is followed by the next one. */
    Mono<Integer> warn() {
        return transactions
                .write(clock.today().flatMap(this::warn))
                .flatMap(told -> told < AT_ONCE ? Mono.just(told) : warn().map(more -> told + more));
    }

    private Mono<Integer> warn(LocalDate today) {
        return expiries.take(today, AT_ONCE)
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(expiring -> warn(expiring, today).thenReturn(1))
                .reduce(0, Integer::sum);
    }

    private Mono<Void> warn(Expiring expiring, LocalDate today) {
        return enrolments
                .get(expiring.membershipId())
                .flatMap(membership -> register.tell(
                        membership,
                        What.MANDATE_EXPIRING,
                        List.of(Side.MEMBER, Side.FEDERATION),
                        expiring.lastDay(),
                        ChronoUnit.DAYS.between(today, expiring.lastDay())));
    }
}
