package org.goufu.bidding.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.usecase.BiddingSettings.Designation;
import org.goufu.kernel.Named;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.BidPlace.Reason;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BiddingSettingsTests {
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final BiddingSettings NOWHERE = new BiddingSettings(List.of());
    private static final BiddingSettings IN_CHENGDU =
            new BiddingSettings(List.of(new Designation("5101", "成财采〔2026〕1号")));

    private static PublishedLot lot(ProcurementMethod method, String region, @Nullable Instant deadline) {
        return new PublishedLot(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "助餐服务采购公告",
                "助餐服务",
                new Named(UUID.randomUUID(), "望江路街道办事处"),
                region,
                "A0402-01",
                List.of(region),
                9_800_000,
                method,
                List.of(),
                NOW,
                deadline,
                true,
                1);
    }

    @Test
    void belowTheLimitBidsAreGivenHereEverywhere() {
        assertThat(NOWHERE.isGivenHere(lot(ProcurementMethod.BT_COMPARE, "510107001", NOW)))
                .isTrue();
    }

    @Test
    void aboveTheLimitOnlyWhereThePlatformWasDesignated() {
        assertThat(NOWHERE.isGivenHere(lot(ProcurementMethod.OPEN_TENDER, "510107001", NOW)))
                .isFalse();
        assertThat(IN_CHENGDU.isGivenHere(lot(ProcurementMethod.OPEN_TENDER, "510107001", NOW)))
                .isTrue();
        assertThat(IN_CHENGDU.isGivenHere(lot(ProcurementMethod.OPEN_TENDER, "510303001", NOW)))
                .isFalse();
        assertThat(IN_CHENGDU.of(ProcurementMethod.OPEN_TENDER, "510107001"))
                .isEqualTo(new BidPlace(true, Reason.DESIGNATED, "成财采〔2026〕1号"));
    }

    /** A consultation needs talks and final offers, an invited tender its invitations: nobody may run half of them here. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "CONSULTATION",
                "NEGOTIATION",
                "INQUIRY",
                "INVITED_TENDER",
                "SINGLE_SOURCE",
                "FRAMEWORK_OPEN",
                "FRAMEWORK_CLOSED"
            })
    void whatThePlatformCannotRunWholeIsNotGivenHereEvenThere(ProcurementMethod method) {
        assertThat(IN_CHENGDU.isGivenHere(lot(method, "510107001", NOW))).isFalse();
        assertThat(IN_CHENGDU.of(method, "510107001").reason()).isEqualTo(Reason.NOT_RUN_WHOLE);
        assertThat(NOWHERE.of(method, "510107001").reason()).isEqualTo(Reason.NOT_DESIGNATED);
    }

    @Test
    void withoutADeadlineNoneAreGiven() {
        assertThat(IN_CHENGDU.isGivenHere(lot(ProcurementMethod.BT_DIRECT, "510107001", null)))
                .isFalse();
    }
}
