package org.goufu.federation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.goufu.matching.MatchingFixtures.COUNTY;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.body;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goufu.kernel.ProblemException;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.Standing;
import org.junit.jupiter.api.Test;

class SeatTests {
    private final RegionCode street = new RegionCode(STREET);
    private final Seat seat = Seat.taken(body("望江社联会", BodyKind.LEGAL_PERSON, COUNTY), street, Standing.NORMAL);

    private static void refuses(FederationProblem problem, ThrowingCallable act) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(act)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }

    @Test
    void onlyAnAssociationOfThePlaceInGoodStandingTakesASeat() {
        assertThat(seat.street()).isEqualTo(street);
        refuses(
                FederationProblem.NOT_AN_ASSOCIATION,
                () -> Seat.taken(body("某队", BodyKind.FILED_GROUP, STREET), street, Standing.ACTIVE));
        refuses(
                FederationProblem.OF_ANOTHER_PLACE,
                () -> Seat.taken(body("外地协会", BodyKind.LEGAL_PERSON, "510104"), street, Standing.NORMAL));
        refuses(
                FederationProblem.NOT_IN_GOOD_STANDING,
                () -> Seat.taken(body("某协会", BodyKind.LEGAL_PERSON, COUNTY), street, Standing.ABNORMAL));
        refuses(
                FederationProblem.STREET_UNKNOWN,
                () -> Seat.taken(body("某协会", BodyKind.LEGAL_PERSON, COUNTY), new RegionCode(COUNTY), Standing.NORMAL));
    }

    @Test
    void admitsFiledGroupsOfItsStreetAndRegisteredBodies() {
        assertThatCode(() -> seat.admit(body("队", BodyKind.FILED_GROUP, STREET + "002"), Standing.ACTIVE))
                .doesNotThrowAnyException();
        assertThatCode(() -> seat.admit(body("社工", BodyKind.LEGAL_PERSON, "510104"), Standing.NORMAL))
                .doesNotThrowAnyException();
        refuses(
                FederationProblem.GROUP_OF_ANOTHER_STREET,
                () -> seat.admit(body("队", BodyKind.FILED_GROUP, "510107002001"), Standing.ACTIVE));
        refuses(
                FederationProblem.GROUP_NOT_FILED,
                () -> seat.admit(body("队", BodyKind.FILED_GROUP, STREET), Standing.LAPSED));
        refuses(
                FederationProblem.FEDERATION_AS_MEMBER,
                () -> seat.admit(body("另一社联会", BodyKind.FEDERATION, STREET), Standing.NORMAL));
        refuses(
                FederationProblem.NOT_IN_GOOD_STANDING,
                () -> seat.admit(body("社工", BodyKind.LEGAL_PERSON, COUNTY), Standing.REVOKED));
    }
}
