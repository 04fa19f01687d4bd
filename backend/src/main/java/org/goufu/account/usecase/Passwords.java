package org.goufu.account.usecase;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.goufu.account.PasswordHasher;
import org.goufu.account.domain.SignInProblem;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes and checks passwords with Argon2id on threads of their own.
 *
 * <p>A hash takes tens of milliseconds of one core on purpose, so it never runs on an event loop; and no more wait than can be
 * served in a few seconds: the next one is refused at once with {@code sign-in/busy}.
 */
@Component
class Passwords implements PasswordHasher, DisposableBean {
    static final int THREADS = 2;
    static final int WAITING = 50;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    /** Marks hashes that were made with a pepper, so that one can be introduced while old hashes still work. */
    private static final String PEPPERED = "{pepper}";

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Pepper pepper;
    private final Scheduler scheduler;
    private final String nobodysHash;

    Passwords(PasswordProperties properties) {
        this.pepper = new Pepper(properties.secret());
        var executor = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("argon2-", 0).factory());
        executor.allowCoreThreadTimeOut(true);
        this.scheduler = Schedulers.fromExecutorService(executor, "argon2");
        this.nobodysHash = encode("nobody");
    }

    @Override
    public Mono<String> hash(String password) {
        return onOwnThread(() -> encode(password));
    }

    /**
     * Takes as long without a hash as with one, so that an unknown name cannot be told by the clock; to be called on the own threads
     * only.
     */
    boolean check(String password, Optional<String> hash) {
        return matches(password, hash.orElse(nobodysHash)) && hash.isPresent();
    }

    /** Whether the hash was made with weaker parameters, or without the pepper of today. */
    boolean isOutdated(String hash) {
        return hash.startsWith(PEPPERED) != pepper.isPresent() || argon2.upgradeEncoding(bare(hash));
    }

    private String encode(String password) {
        return pepper.isPresent()
                ? PEPPERED + argon2.encode(pepper.season(password))
                : String.valueOf(argon2.encode(password));
    }

    private boolean matches(String password, String hash) {
        if (!hash.startsWith(PEPPERED)) {
            return argon2.matches(password, hash);
        }
        return pepper.isPresent() && argon2.matches(pepper.season(password), bare(hash));
    }

    private static String bare(String hash) {
        return hash.startsWith(PEPPERED) ? hash.substring(PEPPERED.length()) : hash;
    }

    /** Fails with {@code sign-in/busy} when too much is waiting already. */
    <T> Mono<T> onOwnThread(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, full -> SignInProblem.BUSY.raise());
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
