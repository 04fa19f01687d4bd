package org.goufu.bidding.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.Opening.State;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.purchase.LeastBids;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an opening may begin, how many bids it needs, and in which order its parts are opened. */
class OpeningTests {
    private static final Instant OPENING = Instant.parse("2027-03-01T02:00:00Z");
    private static final Duration CHECK = Duration.ofMinutes(15);
    private static final Actor OFFICER = new Actor(
            UUID.randomUUID(), "officer", "经办人", Set.of(Role.DEPARTMENT_OFFICER), UUID.randomUUID(), null, null);

    private static LotTerms terms(ProcurementMethod method, boolean staged) {
        return new LotTerms(
                UUID.randomUUID(),
                1,
                "助餐服务",
                UUID.randomUUID(),
                "510107-2027-000001",
                UUID.randomUUID(),
                UUID.randomUUID(),
                method,
                List.of(),
                9_800_000,
                9_800_000,
                OPENING,
                staged,
                false,
                false,
                null,
                false);
    }

    private static Opening begun(ProcurementMethod method, boolean staged, int bids, Instant now) {
        return begun(method, staged, bids, now, OPENING);
    }

    private static Opening begun(
            ProcurementMethod method, boolean staged, int bids, Instant now, @Nullable Instant sealedAt) {
        return Opening.begun(terms(method, staged), sealedAt, bids, OFFICER, now, CHECK);
    }

    /** Each row of domain.md 1.7.3 at the deadline, and the methods of 1.2 and 1.9 besides. */
    @ParameterizedTest
    @CsvSource({
        "OPEN_TENDER, 3",
        "INVITED_TENDER, 3",
        "NEGOTIATION, 3",
        "INQUIRY, 3",
        "CONSULTATION, 2",
        "FRAMEWORK_CLOSED, 2",
        "FRAMEWORK_OPEN, 2",
        "SINGLE_SOURCE, 1",
        "BT_COMPARE, 3",
        "BT_INVITE, 3",
        "BT_QUOTE, 3",
        "BT_DIRECT, 1",
        "BT_VENTURE, 1",
        "BT_MICRO, 1",
        "BT_EMARKET, 1"
    })
    void withFewerThanTheMethodNeedsNothingIsOpened(ProcurementMethod method, int least) {
        assertThat(begun(method, false, least, OPENING).state()).isEqualTo(State.SEAL_CHECK);
        var few = begun(method, false, least - 1, OPENING);
        assertThat(few.state()).isEqualTo(State.FAILED_TOO_FEW);
        assertThatThrownBy(few::checked).hasMessage("opening/check-over");
        assertThatThrownBy(few::openedNow).hasMessage("opening/no-shares-asked");
        assertThatThrownBy(few::pricesBegun).hasMessage("opening/prices-not-allowed");
    }

    /** domain.md 1.9: below the purchase limit two suffice when a first run found too few; above it the law knows no such thing. */
    @Test
    void inASecondRunBelowTheLimitTwoSuffice() {
        assertThat(LeastBids.of(ProcurementMethod.BT_COMPARE, true)).isEqualTo(2);
        assertThat(LeastBids.of(ProcurementMethod.BT_QUOTE, true)).isEqualTo(2);
        assertThat(LeastBids.of(ProcurementMethod.BT_DIRECT, true)).isEqualTo(1);
        assertThat(LeastBids.of(ProcurementMethod.OPEN_TENDER, true)).isEqualTo(3);
        assertThat(LeastBids.of(ProcurementMethod.NEGOTIATION, true)).isEqualTo(3);
    }

    @Test
    void itBeginsWhenTheNoticeSaysAndTheBoxIsSealed() {
        assertThatThrownBy(() -> begun(ProcurementMethod.BT_COMPARE, false, 3, OPENING.minusMillis(1)))
                .hasMessage("opening/too-early");
        assertThatThrownBy(() -> begun(ProcurementMethod.BT_COMPARE, false, 3, OPENING, null))
                .hasMessage("opening/too-early");
        var begun = begun(ProcurementMethod.BT_COMPARE, false, 3, OPENING);
        assertThat(begun.begunName()).isEqualTo("经办人");
        assertThat(begun.checkUntil()).isEqualTo(OPENING.plus(CHECK));
    }

    @Test
    void withoutStagesEverythingIsOpenedAtOnce() {
        var opening = begun(ProcurementMethod.BT_COMPARE, false, 3, OPENING).checked();
        assertThat(opening.openedNow()).isEqualTo(Stage.ALL);
        assertThat(opening.opensNow("price")).isTrue();
        assertThat(opening.opensNow("tech")).isTrue();
        var opened = opening.opened();
        assertThat(opened.state()).isEqualTo(State.OPENED);
        assertThatThrownBy(opened::openedNow).hasMessage("opening/no-shares-asked");
        assertThatThrownBy(opened::mustBeChecked).hasMessage("opening/check-over");
    }

    @Test
    void withStagesPricesWaitForTheEvaluators() {
        var technical = begun(ProcurementMethod.OPEN_TENDER, true, 3, OPENING).checked();
        assertThat(technical.openedNow()).isEqualTo(Stage.TECHNICAL);
        assertThat(technical.opensNow("price")).isFalse();
        assertThat(technical.opensNow("allocation")).isFalse();
        assertThat(technical.opensNow("tech")).isTrue();
        assertThat(technical.opensNow("att-1")).isTrue();
        var judged = technical.opened();
        assertThat(judged.state()).isEqualTo(State.TECHNICAL_OPENED);
        assertThatThrownBy(judged::pricesBegun).hasMessage("opening/prices-not-allowed");
        assertThatThrownBy(judged::opened).hasMessage("opening/no-shares-asked");
        var prices = allowed(judged).pricesBegun();
        assertThat(prices.openedNow()).isEqualTo(Stage.ALL);
        assertThat(prices.opensNow("price")).isTrue();
        assertThat(prices.opensNow("allocation")).isTrue();
        assertThat(prices.opensNow("tech")).isFalse();
        assertThat(prices.opened().state()).isEqualTo(State.OPENED);
    }

    private static Opening allowed(Opening judged) {
        return new Opening(
                judged.lot(),
                judged.purchase(),
                judged.notice(),
                judged.department(),
                judged.title(),
                judged.method(),
                judged.least(),
                judged.ceilingFen(),
                true,
                judged.bids(),
                State.PRICES_ALLOWED,
                judged.begunBy(),
                judged.begunName(),
                judged.begunAt(),
                judged.checkUntil(),
                judged.version());
    }

    @Test
    void onlyWhatIsNotTheBiddersFaultCanBeMended() {
        assertThat(Reason.values())
                .filteredOn(Reason::canBeMended)
                .containsExactly(Reason.HOLDERS_MISSING, Reason.CIPHERTEXT_LOST, Reason.PLATFORM_FAILED);
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(reason.article()).isNotBlank());
    }
}
