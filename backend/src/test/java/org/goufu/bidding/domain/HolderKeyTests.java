package org.goufu.bidding.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.kernel.Actor;
import org.goufu.kernel.ActorProblem;
import org.goufu.kernel.Problem;
import org.goufu.kernel.ProblemException;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HolderKeyTests {
    private static final RandomGenerator DICE = new SplittableRandom(42);
    private static final UUID STREET = UUID.randomUUID();
    private static final Actor OFFICER = person(Role.DEPARTMENT_OFFICER, STREET);
    private static final Actor APPROVER = person(Role.DEPARTMENT_APPROVER, STREET);
    private static final Actor NEIGHBOUR = person(Role.DEPARTMENT_OFFICER, UUID.randomUUID());
    private static final Actor SUPERVISOR = supervisor("510114");
    private static final Actor ADMIN = person(Role.PLATFORM_ADMIN, null);
    private static final byte[] GATE = KeyPair.made(DICE).publicKey();

    @Test
    void aSecondPersonPutsAProvenKeyIntoUse() {
        var key = proposed(OFFICER);
        assertThat(key.asked()).isEqualTo(Challenge.Purpose.PROOF);
        refused(HolderProblem.NOT_PROVEN, () -> key.approvedBy(APPROVER));
        var proven = key.proven();
        refused(HolderProblem.OWN_KEY, () -> proven.approvedBy(OFFICER));
        refused(HolderProblem.KEY_NOT_FOUND, () -> proven.approvedBy(NEIGHBOUR));
        refused(HolderProblem.KEY_NOT_FOUND, () -> proven.approvedBy(SUPERVISOR));
        refused(HolderProblem.KEY_NOT_FOUND, () -> proven.approvedBy(ADMIN));
        var enrolled = proven.approvedBy(APPROVER);
        assertThat(enrolled.state()).isEqualTo(HolderKey.State.ENROLLED);
        assertThat(enrolled.asked()).isEqualTo(Challenge.Purpose.REHEARSAL);
        refused(HolderProblem.ALREADY_ENROLLED, () -> enrolled.approvedBy(APPROVER));
        var revoked = enrolled.revokedBy(APPROVER);
        refused(HolderProblem.REVOKED, revoked::asked);
        refused(HolderProblem.REVOKED, () -> revoked.approvedBy(APPROVER));
        refused(HolderProblem.REVOKED, () -> revoked.revokedBy(APPROVER));
    }

    @Test
    void theOperatorVouchesForASupervisorWhoIsAlone() {
        var key = proposed(SUPERVISOR).proven();
        refused(HolderProblem.OWN_KEY, () -> key.approvedBy(SUPERVISOR));
        refused(HolderProblem.KEY_NOT_FOUND, () -> key.approvedBy(OFFICER));
        assertThat(key.approvedBy(ADMIN).state()).isEqualTo(HolderKey.State.ENROLLED);
    }

    /** Or whoever supervises a wider region; a narrower or another one gives no say. */
    @Test
    void supervisorsVouchWithinTheirRegion() {
        var key = proposed(SUPERVISOR).proven();
        assertThat(key.regionCode()).isEqualTo(new RegionCode("510114"));
        for (var region : List.of("510114", "5101", "51")) {
            assertThat(key.approvedBy(supervisor(region)).state()).isEqualTo(HolderKey.State.ENROLLED);
        }
        for (var region : List.of("510115", "5107", "510114008")) {
            refused(HolderProblem.KEY_NOT_FOUND, () -> key.approvedBy(supervisor(region)));
            refused(HolderProblem.KEY_NOT_FOUND, () -> key.revokedBy(supervisor(region)));
        }
        refused(ActorProblem.NO_REGION, () -> proposed(person(Role.SUPERVISOR, null)));
    }

    @Test
    void operatorsAndBiddersHoldNoKeys() {
        refused(HolderProblem.NOT_YOUR_GROUP, () -> proposed(ADMIN));
        refused(HolderProblem.NOT_YOUR_GROUP, () -> proposed(person(Role.ORGANIZATION_AGENT, null)));
    }

    @Test
    void whatIsNoKeyIsNotTaken() {
        refused(HolderProblem.KEY_INVALID, () -> HolderKey.proposed(OFFICER, new byte[65]));
        refused(HolderProblem.KEY_INVALID, () -> HolderKey.proposed(OFFICER, new byte[0]));
    }

    @Test
    void onlyTheOwnerIsAskedAndOnlyWhatWasSealedIsTheAnswer() {
        var key = proposed(OFFICER);
        refused(HolderProblem.NOT_YOUR_KEY, () -> key.ownedBy(APPROVER));
        refused(HolderProblem.KEY_NOT_FOUND, () -> key.ownedBy(NEIGHBOUR));
        refused(HolderProblem.ANSWER_WRONG, () -> Challenge.to(key, DICE).mustBeAnsweredBy(new byte[32]));
    }

    @Test
    void belowTheLimitOnePersonOfTwoAndTheGateOpen() {
        var keyset = new HolderGroups(true, false).of(keys(OFFICER, APPROVER), List.of(), GATE);
        assertThat(keyset.groups()).extracting(Keyset.Group::id).containsExactly("department", "platform");
        assertThat(keyset.groups()).extracting(Keyset.Group::k).containsExactly(1, 1);
        assertThat(keyset.groups().getFirst().members()).hasSize(2);
    }

    @Test
    void theDepartmentMayAddTheSupervisor() {
        var keyset = new HolderGroups(true, true).of(keys(OFFICER, APPROVER), keys(SUPERVISOR), GATE);
        assertThat(keyset.groups())
                .extracting(Keyset.Group::id)
                .containsExactly("department", "platform", "supervision");
        refused(
                HolderProblem.SUPERVISION_MISSING,
                () -> new HolderGroups(true, true).of(keys(OFFICER, APPROVER), List.of(), GATE));
    }

    @Test
    void aboveTheLimitTwoOfThreeWithGateAndSupervisor() {
        var third = person(Role.DEPARTMENT_OFFICER, STREET);
        var keyset = new HolderGroups(false, false).of(keys(OFFICER, APPROVER, third), keys(SUPERVISOR), GATE);
        assertThat(keyset.groups()).extracting(Keyset.Group::k).containsExactly(2, 1, 1);
        refused(
                HolderProblem.KEYSET_MISSING,
                () -> new HolderGroups(false, false).of(keys(OFFICER, APPROVER), keys(SUPERVISOR), GATE));
    }

    /** Two keys of one person are no two persons. */
    @Test
    void oneWhoFallsIllMustNotStopTheOpening() {
        refused(HolderProblem.KEYSET_MISSING, () -> new HolderGroups(true, false).of(keys(OFFICER), List.of(), GATE));
        refused(
                HolderProblem.KEYSET_MISSING,
                () -> new HolderGroups(true, false).of(keys(OFFICER, OFFICER), List.of(), GATE));
    }

    @Test
    void aKeyThatHoldsNoMoreIsGone() {
        var old = keys(OFFICER, APPROVER);
        var standing = new HolderGroups(true, false).of(old, List.of(), GATE);
        assertThat(HolderGroups.gone(standing, old, List.of(), GATE)).isEmpty();
        var newer = List.of(proposed(OFFICER), old.get(1));
        assertThat(HolderGroups.gone(standing, newer, List.of(), GATE))
                .containsExactly(old.getFirst().kid());
        assertThat(HolderGroups.gone(standing, List.of(), List.of(), GATE)).hasSize(2);
        assertThat(HolderGroups.gone(
                        standing, old, List.of(), KeyPair.made(DICE).publicKey()))
                .hasSize(1);
    }

    /** Whoever was not asked to open before is no reason to seal anew. */
    @Test
    void aColleagueWithAFirstKeyChangesNothing() {
        var old = keys(OFFICER, APPROVER);
        var standing = new HolderGroups(true, false).of(old, List.of(), GATE);
        var more = Stream.concat(old.stream(), keys(person(Role.DEPARTMENT_OFFICER, STREET)).stream())
                .toList();
        assertThat(HolderGroups.gone(standing, more, keys(SUPERVISOR), GATE)).isEmpty();
    }

    /** What the department wishes by now does not take a supervisor away from a lot, or bring one. */
    @Test
    void theGroupsStayAsTheyWereFrozen() {
        var with = new HolderGroups(true, true).of(keys(OFFICER, APPROVER), keys(SUPERVISOR), GATE);
        var without = new HolderGroups(true, false).of(keys(OFFICER, APPROVER), List.of(), GATE);
        assertThat(HolderGroups.asIn(with, true)).isEqualTo(new HolderGroups(true, true));
        assertThat(HolderGroups.asIn(without, true)).isEqualTo(new HolderGroups(true, false));
    }

    private static List<HolderKey> keys(Actor... people) {
        return Stream.of(people).map(HolderKeyTests::proposed).toList();
    }

    private static HolderKey proposed(Actor actor) {
        return HolderKey.proposed(actor, KeyPair.made(DICE).publicKey());
    }

    private static Actor supervisor(String region) {
        return new Actor(
                UUID.randomUUID(), "person", "一个人", Set.of(Role.SUPERVISOR), null, null, new RegionCode(region));
    }

    private static Actor person(Role role, @Nullable UUID department) {
        return new Actor(UUID.randomUUID(), "person", "一个人", Set.of(role), department, null, null);
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(act)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }
}
