package org.goufu.account.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.goufu.account.Contacts.Invitation;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.goufu.matching.Quiet;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** From the slip that the counter hands out to a password that nobody else knows. */
class ActivateTests {
    private static final String PASSWORD = "助餐队的周三中午十二点开饭送到家";

    private final UUID group = Ids.next();
    private final InMemoryActivations activations = new InMemoryActivations();
    private final InviteContacts invite = new InviteContacts(activations, new Codes(activations));
    private final Activate activate =
            new Activate(activations, password -> Mono.just("hash of " + password), Quiet.transactions());

    private Invitation invited() {
        return invite.invite(group, "nanfeng", "联系人", Role.GROUP_CONTACT).block();
    }

    private String hash() {
        return activations.hash(
                activations.account(group, "nanfeng", "联系人", Role.GROUP_CONTACT).block());
    }

    @Test
    void opensTheAccountHoweverTheCodeIsTyped() {
        var typed = " " + invited().code().toLowerCase(Locale.ROOT).replace("-", " ");
        StepVerifier.create(activate.by(typed, PASSWORD)).expectNext("nanfeng").verifyComplete();
        assertThat(hash()).isEqualTo("hash of " + PASSWORD);
    }

    @Test
    void aCodeIsWorthNothingTheSecondTime() {
        var code = invited().code();
        activate.by(code, PASSWORD).block();
        StepVerifier.create(activate.by(code, PASSWORD + "二")).verifyErrorMessage("activation/code-unknown");
        assertThat(hash()).isEqualTo("hash of " + PASSWORD);
    }

    @Test
    void aCodeThatIsRefusedForItsPasswordCanBeUsedAgain() {
        var code = invited().code();
        StepVerifier.create(activate.by(code, "短")).verifyErrorMessage("activation/password-weak");
        StepVerifier.create(activate.by(code, PASSWORD)).expectNext("nanfeng").verifyComplete();
    }

    @Test
    void aLaterSlipTakesThePlaceOfAnEarlierOne() {
        var earlier = invited().code();
        var later = invited().code();
        StepVerifier.create(activate.by(earlier, PASSWORD)).verifyErrorMessage("activation/code-unknown");
        StepVerifier.create(activate.by(later, PASSWORD)).expectNext("nanfeng").verifyComplete();
    }

    @Test
    void nonsenseOpensNothing() {
        StepVerifier.create(activate.by("ABC", PASSWORD)).verifyErrorMessage("activation/code-unknown");
    }
}
