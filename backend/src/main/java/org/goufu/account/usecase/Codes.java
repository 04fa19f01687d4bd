package org.goufu.account.usecase;

import java.time.Duration;
import java.util.UUID;
import org.goufu.account.Contacts.Invitation;
import org.goufu.account.domain.ActivationCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands out codes instead of passwords: nobody but the person ever knows one. */
@Component
class Codes {
    private static final Duration FIRST = Duration.ofDays(7);
    /** At the counter, with the person there. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Activations activations;

    Codes(Activations activations) {
        this.activations = activations;
    }

    Mono<Invitation> give(UUID accountId, String username) {
        var code = ActivationCode.random();
        return activations
                .put(accountId, code.digest(), FIRST, AGAIN)
                .map(end -> new Invitation(username, code.spoken(), end));
    }
}
