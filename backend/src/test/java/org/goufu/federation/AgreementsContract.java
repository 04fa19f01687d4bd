package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.federation.FederationFixtures.NOW;
import static org.goufu.federation.FederationFixtures.TODAY;
import static org.goufu.federation.FederationFixtures.contact;
import static org.goufu.federation.FederationFixtures.staff;

import java.time.Duration;
import java.util.UUID;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.domain.HostingAgreement.State;
import org.goufu.federation.usecase.Agreements;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyKind;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every store of hosting agreements promises. */
public abstract class AgreementsContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String MEALS = "长者助餐送餐上门";

    private final UUID group = Ids.next();

    protected abstract Agreements agreements();

    /** A confirmed membership of the group, where the store looks for it. */
    protected abstract Enrolment membership(UUID group);

    private Enrolment membership() {
        return membership(group);
    }

    private HostingAgreement proposed(Enrolment membership) {
        var agreement = HostingAgreement.proposed(
                Ids.next(), membership, BodyKind.FILED_GROUP, MEALS, TODAY, TODAY.plusMonths(3), null, NOW);
        return agreements().add(agreement, staff(membership.federationId())).block(LIMIT);
    }

    private HostingAgreement saved(HostingAgreement agreement) {
        return agreements().save(agreement, contact(group)).block(LIMIT);
    }

    @Test
    void givesBackWhatWasSavedTheNewestFirst() {
        var membership = membership();
        var first = saved(saved(proposed(membership).answered(true)).ended(NOW));
        var second = saved(proposed(membership).answered(false));
        assertThat(first.version()).isEqualTo(3);
        assertThat(agreements().get(membership.id(), first.id()).block(LIMIT)).isEqualTo(first);
        assertThat(agreements().ofMembership(membership.id()).collectList().block(LIMIT))
                .containsExactly(second, first);
    }

    @Test
    void knowsNoneOfAnotherMembership() {
        var agreement = proposed(membership());
        StepVerifier.create(agreements().get(Ids.next(), agreement.id()))
                .verifyErrorMessage("federation/agreement-not-found");
    }

    @Test
    void refusesAnAnswerToAnOldVersion() {
        var agreement = proposed(membership());
        saved(agreement.answered(false));
        StepVerifier.create(agreements().save(agreement.answered(true), contact(group)))
                .verifyErrorMessage("federation/changed-meanwhile");
    }

    /** domain.md 2.4, I1. */
    @Test
    void holdsOneActiveAgreementOfAGroupForAScope() {
        var membership = membership();
        var first = saved(proposed(membership).answered(true));
        var second = proposed(membership);
        StepVerifier.create(agreements().save(second.answered(true), contact(group)))
                .verifyErrorMessage("federation/scope-taken");
        saved(first.ended(NOW));
        assertThat(saved(second.answered(true)).state()).isEqualTo(State.ACTIVE);
    }
}
