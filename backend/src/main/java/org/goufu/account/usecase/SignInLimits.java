package org.goufu.account.usecase;

import java.util.function.ToIntFunction;
import org.goufu.account.domain.SignInProblem;
import org.goufu.platform.security.Buckets;
import org.goufu.platform.security.LimitProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins on this instance, exactly even when many come at once. */
@Component
class SignInLimits {
    private final @Nullable Buckets byName;
    private final @Nullable Buckets byAddress;

    SignInLimits(LimitProperties limits) {
        this.byName = buckets(limits.failedSignInsPerAccount());
        this.byAddress = buckets(limits.failedSignInsPerAddress());
    }

    private static @Nullable Buckets buckets(int perMinute) {
        return perMinute == 0 ? null : new Buckets(perMinute, perMinute);
    }

    /** Fails with {@code sign-in/too-many-failures} when the name or the address has failed too often. */
    void check(Attempt attempt) {
        var wait = Math.max(
                of(byName, buckets -> buckets.peek(attempt.name())),
                of(byAddress, buckets -> buckets.peek(attempt.address())));
        if (wait > 0) {
            throw SignInProblem.TOO_MANY_FAILURES.raise(wait);
        }
    }

    void failed(Attempt attempt) {
        of(byName, buckets -> buckets.take(attempt.name()));
        of(byAddress, buckets -> buckets.take(attempt.address()));
    }

    private static int of(@Nullable Buckets buckets, ToIntFunction<Buckets> ask) {
        return buckets == null ? 0 : ask.applyAsInt(buckets);
    }
}
