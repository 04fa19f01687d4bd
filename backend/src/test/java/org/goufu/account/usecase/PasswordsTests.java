package org.goufu.account.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PasswordsTests {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Passwords with(String pepper) {
        return new Passwords(new PasswordProperties(pepper, null));
    }

    private static String hash(Passwords passwords) {
        return passwords.hash("goufu-demo").block(SOON);
    }

    @Test
    void knowsItsOwnHashes() {
        var passwords = with("");
        var hash = Optional.of(hash(passwords));
        assertThat(hash.get()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.check("goufu-demo", hash)).isTrue();
        assertThat(passwords.check("goufu-demO", hash)).isFalse();
        assertThat(passwords.isOutdated(hash.get())).isFalse();
    }

    @Test
    void cannotBeFooledByTheHashOfNobody() {
        assertThat(with("").check("nobody", Optional.empty())).isFalse();
    }

    @Test
    void needsThePepperThatAHashWasMadeWith() {
        var hash = Optional.of(hash(with("salt mill")));
        assertThat(with("salt mill").check("goufu-demo", hash)).isTrue();
        assertThat(with("another").check("goufu-demo", hash)).isFalse();
        assertThat(with("").check("goufu-demo", hash)).isFalse();
    }

    @Test
    void stillKnowsHashesFromBeforeThePepperAndWantsThemNew() {
        var hash = hash(with(""));
        var peppered = with("salt mill");
        assertThat(peppered.check("goufu-demo", Optional.of(hash))).isTrue();
        assertThat(peppered.isOutdated(hash)).isTrue();
    }

    @Test
    void wantsWeakerHashesNew() {
        var weak = String.valueOf(new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode("goufu-demo"));
        assertThat(with("").check("goufu-demo", Optional.of(weak))).isTrue();
        assertThat(with("").isOutdated(weak)).isTrue();
    }

    @Test
    void refusesWhatItCannotServeSoon() {
        var passwords = with("");
        var gate = new CountDownLatch(1);
        var places = Passwords.THREADS + Passwords.WAITING;
        var waiting = IntStream.range(0, places)
                .mapToObj(i -> passwords
                        .onOwnThread(() -> {
                            gate.await();
                            return i;
                        })
                        .toFuture())
                .toList();
        StepVerifier.create(passwords.onOwnThread(() -> 0)).verifyErrorMessage("sign-in/busy");
        gate.countDown();
        assertThat(Flux.fromIterable(waiting).flatMap(Mono::fromFuture).count().block(SOON))
                .isEqualTo(places);
        assertThat(passwords.onOwnThread(() -> List.of(1)).block(SOON)).containsExactly(1);
    }
}
