package org.goufu.account.usecase;

import java.util.Optional;
import org.goufu.account.domain.Account;
import org.goufu.account.domain.SignInProblem;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.security.LimitProperties;
import org.goufu.platform.security.SecurityProperties;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.SessionKind;
import org.goufu.platform.security.SessionToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a session for a name and a password. */
@Component
public class SignIn {
    private final Accounts accounts;
    private final OpenSessions sessions;
    private final FailedSignIns failures;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final Transactions transactions;
    private final SecurityProperties properties;
    private final int allowedFailures;

    SignIn(
            Accounts accounts,
            OpenSessions sessions,
            FailedSignIns failures,
            Passwords passwords,
            SignInLimits limits,
            Transactions transactions,
            SecurityProperties properties,
            LimitProperties limitProperties) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.passwords = passwords;
        this.limits = limits;
        this.transactions = transactions;
        this.properties = properties;
        this.allowedFailures = limitProperties.failedSignInsPerAccount();
    }

    /** A new session with its token, which is shown this once. */
    public record Opened(SessionToken token, Session session) {}

    /**
     * Fails with {@code sign-in/wrong-credentials} alike for an unknown name, a disabled account and a wrong password, and takes as
     * long for each; with {@code sign-in/too-many-failures} when the name or the address has failed too often.
     */
    public Mono<Opened> by(Attempt attempt, SessionKind kind) {
        return refuseWhenBlocked(attempt)
                .then(accounts.find(attempt.name()).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(account -> verified(attempt, account))
                .switchIfEmpty(Mono.defer(() -> recordFailure(attempt)))
                .flatMap(account -> open(attempt, account, kind));
    }

    private Mono<Void> refuseWhenBlocked(Attempt attempt) {
        return failures.find(attempt.nameDigest())
                .filter(found -> found.secondsToWait() > 0)
                .flatMap(found -> Mono.error(SignInProblem.TOO_MANY_FAILURES.raise(found.secondsToWait())));
    }

    private Mono<Account> verified(Attempt attempt, Optional<Account> account) {
        var hash = account.map(Account::passwordHash);
        return passwords
                .onOwnThread(() -> {
                    // Asked here, where attempts come two at a time at most: a burst cannot slip past the count.
                    limits.check(attempt);
                    var right = passwords.check(attempt.password(), hash);
                    if (!right) limits.failed(attempt);
                    return right;
                })
                .filter(right -> right)
                .map(right -> account.orElseThrow());
    }

    private <T> Mono<T> recordFailure(Attempt attempt) {
        Mono<T> refusal = Mono.error(SignInProblem.WRONG_CREDENTIALS.raise());
        if (allowedFailures == 0) {
            return refusal;
        }
        var recorded = failures.lock(attempt.nameDigest())
                .map(found -> found.oneMore(allowedFailures))
                .flatMap(found -> failures.save(attempt.nameDigest(), found));
        return transactions.write(recorded).then(refusal);
    }

    private Mono<Opened> open(Attempt attempt, Account account, SessionKind kind) {
        var token = SessionToken.random();
        var life = kind == SessionKind.COOKIE ? properties.sessionLife() : properties.tokenLife();
        var opened = sessions.open(token.digest(), account, kind, life)
                .delayUntil(end -> failures.forget(attempt.nameDigest()));
        return transactions
                .write(opened)
                .switchIfEmpty(Mono.error(SignInProblem.WRONG_CREDENTIALS::raise))
                .delayUntil(end -> rehashed(attempt, account))
                .map(end -> new Opened(token, new Session(token.digest(), kind, account.actor(), end)));
    }

    private Mono<Void> rehashed(Attempt attempt, Account account) {
        return passwords.isOutdated(account.passwordHash())
                ? passwords.hash(attempt.password()).flatMap(hash -> transactions.write(accounts.rehash(account, hash)))
                : Mono.empty();
    }
}
