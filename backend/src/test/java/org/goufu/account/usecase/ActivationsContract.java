package org.goufu.account.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.goufu.account.domain.ActivationCode;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every store of activation codes promises. */
public abstract class ActivationsContract {
    /** What the user names of this test begin with. */
    protected static final String PREFIX = "activations-contract-";

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTES = Duration.ofMinutes(15);
    private static final Duration OVER = Duration.ofSeconds(-1);

    private final UUID body = Ids.next();
    private final String username = PREFIX + Ids.next();

    protected abstract Activations activations();

    protected abstract String hash(UUID account);

    protected abstract Role role(UUID account);

    private UUID account() {
        return activations().account(body, username, "联系人", Role.GROUP_CONTACT).block(LIMIT);
    }

    private String put(UUID account, Duration lasting) {
        var digest = ActivationCode.random().digest();
        activations().put(account, digest, lasting, lasting).block(LIMIT);
        return digest;
    }

    @Test
    void anAccountIsMadeOnce() {
        assertThat(account()).isEqualTo(account());
        assertThat(hash(account())).isEmpty();
    }

    @Test
    void aNameBelongsToOneBody() {
        account();
        StepVerifier.create(activations().account(Ids.next(), username, "别人", Role.GROUP_CONTACT))
                .verifyErrorMessage("activation/name-taken");
    }

    @Test
    void aCodeOpensItsAccountOnce() {
        var account = account();
        var digest = put(account, WEEK);
        assertThat(activations().find(digest).block(LIMIT)).isEqualTo(new Activations.Opening(account, username));
        assertThat(activations().use(digest, "{hash}").block(LIMIT)).isEqualTo(account);
        assertThat(hash(account)).isEqualTo("{hash}");
        StepVerifier.create(activations().find(digest)).verifyComplete();
        StepVerifier.create(activations().use(digest, "{other}")).verifyComplete();
        assertThat(hash(account)).isEqualTo("{hash}");
    }

    @Test
    void aLaterCodeTakesThePlaceOfAnEarlierOne() {
        var account = account();
        var earlier = put(account, WEEK);
        var later = put(account, WEEK);
        StepVerifier.create(activations().use(earlier, "{hash}")).verifyComplete();
        assertThat(activations().use(later, "{hash}").block(LIMIT)).isEqualTo(account);
    }

    @Test
    void aCodeThatIsOverOpensNothing() {
        var digest = put(account(), OVER);
        StepVerifier.create(activations().find(digest)).verifyComplete();
        StepVerifier.create(activations().use(digest, "{hash}")).verifyComplete();
    }

    @Test
    void waitsLongForTheFirstPasswordAndShortlyForAnother() {
        var account = account();
        var first = ActivationCode.random().digest();
        assertThat(activations().put(account, first, WEEK, MINUTES).block(LIMIT))
                .isCloseTo(Instant.now().plus(WEEK), within(1, ChronoUnit.MINUTES));
        activations().use(first, "{hash}").block(LIMIT);
        assertThat(activations()
                        .put(account, ActivationCode.random().digest(), WEEK, MINUTES)
                        .block(LIMIT))
                .isCloseTo(Instant.now().plus(MINUTES), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void knowsForWhichBodiesSomebodyHasAnAccount() {
        account();
        assertThat(activations()
                        .withAccounts(List.of(body, Ids.next()))
                        .collectList()
                        .block(LIMIT))
                .containsExactly(body);
    }

    @Test
    void whoActsForABodyTurns() {
        var account = account();
        activations().turn(body, Role.FEDERATION_STAFF, Role.ORGANIZATION_AGENT).block(LIMIT);
        assertThat(role(account)).isEqualTo(Role.GROUP_CONTACT);
        activations()
                .turn(Ids.next(), Role.GROUP_CONTACT, Role.ORGANIZATION_AGENT)
                .block(LIMIT);
        assertThat(role(account)).isEqualTo(Role.GROUP_CONTACT);
        activations().turn(body, Role.GROUP_CONTACT, Role.ORGANIZATION_AGENT).block(LIMIT);
        assertThat(role(account)).isEqualTo(Role.ORGANIZATION_AGENT);
    }
}
