package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.federation.FederationFixtures.NOW;
import static org.goufu.federation.FederationFixtures.TODAY;
import static org.goufu.federation.FederationFixtures.contact;
import static org.goufu.federation.FederationFixtures.invited;
import static org.goufu.federation.FederationFixtures.mandate;
import static org.goufu.federation.FederationFixtures.transfer;

import java.time.Duration;
import java.util.UUID;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.kernel.Ids;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every store of memberships promises. */
public abstract class EnrolmentsContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final UUID group = Ids.next();

    protected abstract Enrolments enrolments();

    /** A federation that has a seat. */
    protected abstract UUID federation();

    private Act act(Act.Kind kind) {
        return new Act(kind, contact(group), "因为");
    }

    private Enrolment added(UUID federation) {
        return enrolments()
                .add(invited(federation, group), act(Act.Kind.INVITED))
                .block(LIMIT);
    }

    private Enrolment saved(Enrolment enrolment) {
        return enrolments().save(enrolment, act(Act.Kind.CONFIRMED)).block(LIMIT);
    }

    private Enrolment confirmed(UUID federation) {
        return saved(added(federation).accepted(NOW).confirmed(null, false, NOW));
    }

    @Test
    void givesBackWhatWasSaved() {
        var given = mandate(TODAY, TODAY.plusDays(30));
        var granted = saved(confirmed(federation()).granted(given));
        assertThat(enrolments().get(granted.id()).block(LIMIT)).isEqualTo(granted);
        assertThat(granted.version()).isEqualTo(3);
        var revoked = saved(granted.revoked(given.id(), NOW.at()));
        assertThat(enrolments().get(revoked.id()).block(LIMIT)).isEqualTo(revoked);
        var left = saved(revoked.left(Side.MEMBER, TODAY, "忙", NOW));
        assertThat(enrolments().ofMember(group).collectList().block(LIMIT)).containsExactly(left);
    }

    @Test
    void keepsTheAgreementsToATransfer() {
        var former = confirmed(federation());
        var coming = enrolments()
                .add(transfer(former, federation()), act(Act.Kind.INVITED))
                .block(LIMIT);
        var released = saved(coming.accepted(NOW).released(Side.FEDERATION, NOW).released(Side.STREET, NOW));
        assertThat(enrolments().get(released.id()).block(LIMIT)).isEqualTo(released);
    }

    @Test
    void knowsNoOther() {
        StepVerifier.create(enrolments().get(Ids.next())).verifyErrorMessage("federation/membership-not-found");
    }

    @Test
    void refusesASecondOpenInvitation() {
        var federation = federation();
        added(federation);
        StepVerifier.create(enrolments().add(invited(federation, group), act(Act.Kind.INVITED)))
                .verifyErrorMessage("federation/already-invited");
    }

    @Test
    void refusesAnAnswerToAnOldVersion() {
        var invitation = added(federation());
        saved(invitation.accepted(NOW));
        StepVerifier.create(enrolments().save(invitation.accepted(NOW), act(Act.Kind.ACCEPTED)))
                .verifyErrorMessage("federation/changed-meanwhile");
    }

    @Test
    void neverHoldsTwoMembershipsOfOneBodyOnOneDay() {
        confirmed(federation());
        var second = saved(added(federation()).accepted(NOW));
        StepVerifier.create(enrolments().save(second.confirmed(null, false, NOW), act(Act.Kind.CONFIRMED)))
                .verifyErrorMessage("federation/member-elsewhere");
    }

    @Test
    void oneOfTwoConfirmationsInARaceWins() {
        var one = saved(added(federation()).accepted(NOW)).confirmed(null, false, NOW);
        var other = saved(added(federation()).accepted(NOW)).confirmed(null, false, NOW);
        var outcomes = Flux.just(one, other)
                .flatMap(each -> enrolments()
                        .save(each, act(Act.Kind.CONFIRMED))
                        .map(saved -> "saved")
                        .onErrorResume(failure -> Mono.just(failure.getMessage())))
                .collectList()
                .block(LIMIT);
        assertThat(outcomes).containsExactlyInAnyOrder("saved", "federation/member-elsewhere");
    }
}
