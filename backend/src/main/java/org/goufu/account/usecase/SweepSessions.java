package org.goufu.account.usecase;

import org.goufu.account.domain.SignInFailures;
import org.goufu.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes sessions that are over and failures that are forgotten. */
@Component
class SweepSessions {
    private static final Logger LOG = LoggerFactory.getLogger(SweepSessions.class);

    private final OpenSessions sessions;
    private final FailedSignIns failures;
    private final Transactions transactions;

    SweepSessions(OpenSessions sessions, FailedSignIns failures, Transactions transactions) {
        this.sessions = sessions;
        this.failures = failures;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    Mono<Void> hourly() {
        return transactions
                .write(sessions.purge().then(failures.purge(SignInFailures.REMEMBERED)))
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("sessions could not be swept: {}", failure.toString());
                    return Mono.empty();
                });
    }
}
