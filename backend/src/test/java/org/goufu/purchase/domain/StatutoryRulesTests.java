package org.goufu.purchase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.purchase.domain.PurchaseFixtures.LIMIT_FEN;
import static org.goufu.purchase.domain.PurchaseFixtures.NOW;
import static org.goufu.purchase.domain.PurchaseFixtures.OPEN_TENDER_FEN;
import static org.goufu.purchase.domain.StatutoryFixtures.OFFERED_TO;
import static org.goufu.purchase.domain.StatutoryFixtures.OFFICIALLY;
import static org.goufu.purchase.domain.StatutoryFixtures.elsewhere;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.BidPlace.Reason;
import org.goufu.purchase.Finding;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory.Intention;
import org.goufu.purchase.Statutory.MethodApproval;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What calls by statutory methods must say, and how long they must wait (domain.md 1.2, 1.4 T01 to T10, 1.6 V03 to V05, V10). */
class StatutoryRulesTests {
    private static final BidPlace DESIGNATED = new BidPlace(true, Reason.DESIGNATED, "成财采〔2026〕1号");

    private static List<String> findings(Content content, Circumstances circumstances) {
        return PublicationRules.check(content, circumstances).stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    private static List<String> findings(Content content) {
        return findings(content, elsewhere());
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_TENDER", "CONSULTATION", "NEGOTIATION"})
    void aCompleteCallIsLawful(ProcurementMethod method) {
        assertThat(findings(StatutoryFixtures.of(method))).isEmpty();
    }

    /** The portal published on Wednesday 18 November: days count from there, not from the day on which it is repeated here. */
    @ParameterizedTest
    @CsvSource({
        "OPEN_TENDER, 2026-12-07T02:00:00Z, deadline-too-soon-tender",
        "OPEN_TENDER, 2026-12-08T02:00:00Z, deadline-tight-tender",
        "OPEN_TENDER, 2026-12-09T02:00:00Z, ",
        "CONSULTATION, 2026-11-27T09:00:00Z, deadline-too-soon-consultation",
        "CONSULTATION, 2026-11-30T02:00:00Z, ",
        "NEGOTIATION, 2026-11-20T15:59:59Z, deadline-too-soon-negotiation",
        "NEGOTIATION, 2026-11-23T02:00:00Z, deadline-tight-negotiation",
        "NEGOTIATION, 2026-11-24T02:00:00Z, "
    })
    void waitsFromTheDayOnWhichDocumentsAreHad(ProcurementMethod method, Instant deadline, String code) {
        var content = StatutoryFixtures.due(method, deadline);
        var codes = PublicationRules.check(content, elsewhere()).stream()
                .map(Finding::code)
                // A short negotiation leaves its documents on offer past its deadline.
                .filter(found -> !found.equals("documents-after-deadline"))
                .toList();
        assertThat(codes).isEqualTo(code == null ? List.of() : List.of(code));
    }

    /** Whatever the day, one day less than the earliest that is told is refused, and the earliest itself is not. */
    @ParameterizedTest
    @EnumSource(names = {"TENDER", "CONSULTATION", "NEGOTIATION"})
    void theEarliestDayIsTheFirstThatIsNotRefused(OpenCall call) {
        for (var from = LocalDate.of(2026, 11, 20); from.isBefore(LocalDate.of(2026, 12, 4)); from = from.plusDays(1)) {
            var earliest = call.toDeadline()
                    .workdayAfter(from, PurchaseFixtures.CALENDAR)
                    .day();
            assertThat(refusals(call, from, earliest))
                    .as("%s from %s", call, from)
                    .isEmpty();
            assertThat(refusals(call, from, earliest.minusDays(1)))
                    .as("%s a day before", call)
                    .isNotEmpty();
        }
    }

    private static List<Finding> refusals(OpenCall call, LocalDate from, LocalDate deadline) {
        var said = StatutoryFixtures.offered(at(from), at(deadline));
        var content = StatutoryFixtures.of(call.method(), at(deadline).plusSeconds(1), 60_000_000, said.statutory());
        return TimingRules.check(content, elsewhere()).stream()
                .filter(Finding::blocks)
                .filter(finding -> finding.pointer().equals("/bidDeadline"))
                .toList();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    @Test
    void methodAndAmountAgree() {
        var small = StatutoryFixtures.costing(ProcurementMethod.CONSULTATION, LIMIT_FEN - 1, null);
        assertThat(findings(small)).containsExactly("/method method-below-limit");
        assertThat(findings(StatutoryFixtures.costing(ProcurementMethod.CONSULTATION, LIMIT_FEN, null)))
                .isEmpty();
        assertThat(findings(StatutoryFixtures.of(ProcurementMethod.INQUIRY))).contains("/method inquiry-for-goods");
        assertThat(findings(StatutoryFixtures.of(ProcurementMethod.SINGLE_SOURCE)))
                .contains("/method method-not-offered");
    }

    @Test
    void fromTheOpenTenderAmountOnAnotherMethodIsApprovedBefore() {
        var pointer = "/statutory/approval";
        assertThat(findings(StatutoryFixtures.costing(ProcurementMethod.OPEN_TENDER, OPEN_TENDER_FEN, null)))
                .isEmpty();
        assertThat(findings(StatutoryFixtures.costing(ProcurementMethod.CONSULTATION, OPEN_TENDER_FEN, null)))
                .containsExactly(
                        pointer + "/number approval-missing",
                        pointer + "/authority required",
                        pointer + "/date required");
        var before = new MethodApproval("成财采〔2026〕12号", "成都市财政局", LocalDate.of(2026, 11, 18));
        var after = new MethodApproval("成财采〔2026〕12号", "成都市财政局", LocalDate.of(2026, 11, 19));
        assertThat(findings(StatutoryFixtures.costing(ProcurementMethod.CONSULTATION, OPEN_TENDER_FEN, before)))
                .isEmpty();
        assertThat(findings(StatutoryFixtures.costing(ProcurementMethod.CONSULTATION, OPEN_TENDER_FEN, after)))
                .containsExactly(pointer + "/date approval-late");
    }

    /** Thirty days before Wednesday, 18 November is Monday, 19 October. */
    @Test
    void anIntentionComesThirtyDaysEarlier() {
        assertThat(findings(StatutoryFixtures.announced(new Intention("1", LocalDate.of(2026, 10, 19)), null)))
                .isEmpty();
        assertThat(findings(StatutoryFixtures.announced(new Intention("1", LocalDate.of(2026, 10, 20)), null)))
                .containsExactly("/statutory/intention/publishedOn intention-too-late");
        assertThat(findings(StatutoryFixtures.announced(null, null)))
                .containsExactly("/statutory/intention/number intention-missing");
        assertThat(findings(StatutoryFixtures.announced(null, "因洪灾安置受灾群众，急需开展")))
                .isEmpty();
    }

    @Test
    void theStatutoryMediumPublishesFirst() {
        var official = "/statutory/officialPublication";
        assertThat(findings(StatutoryFixtures.published(null)))
                .contains(official + "/medium required", official + "/publishedAt required");
        var later = new OfficialPublication("四川政府采购网", "https://ccgp-sichuan.gov.cn/1", "1", NOW.plusSeconds(1));
        assertThat(findings(StatutoryFixtures.published(later))).contains(official + "/publishedAt official-not-yet");
        var paper = new OfficialPublication("某某日报", "https://ccgp-sichuan.gov.cn/1", "1", OFFICIALLY);
        assertThat(findings(StatutoryFixtures.published(paper))).containsExactly(official + "/medium official-medium");
        var elsewhere = new OfficialPublication("四川政府采购网", "https://ccgp-sichuan.gov.cn.example/1", "1", OFFICIALLY);
        assertThat(findings(StatutoryFixtures.published(elsewhere)))
                .containsExactly(official + "/url official-elsewhere");
    }

    /** From Wednesday the 18th the fifth working day is Wednesday the 25th. */
    @Test
    void documentsAreOnOfferForFiveWorkingDays() {
        var to = "/statutory/documents/to";
        assertThat(findings(StatutoryFixtures.offered(OFFICIALLY, Instant.parse("2026-11-24T15:59:59Z"))))
                .containsExactly(to + " documents-too-short");
        assertThat(findings(StatutoryFixtures.offered(OFFICIALLY, Instant.parse("2026-11-25T01:00:00Z"))))
                .isEmpty();
        assertThat(findings(StatutoryFixtures.offered(OFFICIALLY, Instant.parse("2027-01-15T01:00:00Z"))))
                .containsExactly(to + " documents-after-deadline");
        assertThat(findings(StatutoryFixtures.offered(OFFICIALLY.minusSeconds(86_400), OFFERED_TO)))
                .containsExactly("/statutory/documents/from documents-before-notice");
    }

    @Test
    void tendersAreOpenedAtTheDeadline() {
        var tender = StatutoryFixtures.of(ProcurementMethod.OPEN_TENDER);
        var deadline = tender.bidDeadline();
        assertThat(findings(opening(tender, deadline))).isEmpty();
        assertThat(findings(opening(tender, deadline.plusSeconds(1800))))
                .containsExactly("/openingAt opening-of-tender");
        assertThat(findings(opening(StatutoryFixtures.of(ProcurementMethod.CONSULTATION), deadline.plusSeconds(1800))))
                .isEmpty();
    }

    private static Content opening(Content content, Instant at) {
        return content.over(new ContentDraft().opening(at).done());
    }

    /** Who does not open here, does not choose how it is opened; who does, is not asked where. */
    @Test
    void asksForPlacesWhereBidsAreGivenElsewhereAlone() {
        var tender = StatutoryFixtures.of(ProcurementMethod.OPEN_TENDER);
        var choice = tender.over(new ContentDraft().staged().supervised().done());
        assertThat(findings(choice))
                .containsExactly("/stagedOpening opened-elsewhere", "/supervisedOpening opened-elsewhere");
        assertThat(findings(choice, StatutoryFixtures.in(DESIGNATED))).isEmpty();
        var without = StatutoryFixtures.of(
                ProcurementMethod.OPEN_TENDER,
                tender.bidDeadline(),
                60_000_000,
                StatutoryFixtures.said(ProcurementMethod.OPEN_TENDER).again());
        assertThat(findings(without, StatutoryFixtures.in(DESIGNATED)))
                .contains("/statutory/projectCode required", "/statutory/officialPublication/url required");
    }

    @Test
    void pointsAreForMethodsThatGiveThem() {
        var scored = StatutoryFixtures.of(ProcurementMethod.CONSULTATION);
        var negotiation = scored.over(new ContentDraft()
                .method(ProcurementMethod.NEGOTIATION)
                .statutory(StatutoryFixtures.said(ProcurementMethod.NEGOTIATION))
                .done());
        assertThat(findings(negotiation)).containsExactly("/lots/0/criteria criteria-of-lowest-price");
    }

    @Test
    void belowTheLimitNobodyAsksForIt() {
        var small = PurchaseFixtures.lunches()
                .over(new ContentDraft()
                        .statutory(StatutoryFixtures.said(ProcurementMethod.CONSULTATION))
                        .done());
        assertThat(findings(small, PurchaseFixtures.circumstances())).containsExactly("/statutory not-of-this-method");
    }
}
