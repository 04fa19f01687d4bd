package org.goufu.purchase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.purchase.domain.PurchaseFixtures.NOW;
import static org.goufu.purchase.domain.PurchaseFixtures.WEDNESDAY;
import static org.goufu.purchase.domain.PurchaseFixtures.circumstances;
import static org.goufu.purchase.domain.PurchaseFixtures.criterion;
import static org.goufu.purchase.domain.PurchaseFixtures.lunches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.goufu.purchase.Contact;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.Finding;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a correction may change, and how long it leaves bidders (domain.md 1.4 T11 to T14, 1.6 V06 and V07). */
class CorrectionRulesTests {
    private static final Instant TUESDAY = WEDNESDAY.minusSeconds(86_400);
    private static final Instant MONDAY = WEDNESDAY.minusSeconds(2 * 86_400);
    private static final Contact OTHER = new Contact("另一联系人", "028-00005678", null);

    private static Content with(Content before, @Nullable Instant deadline, @Nullable String description) {
        return before.over(
                new ContentDraft().description(description).deadline(deadline).done());
    }

    private static Content lot(Content before, UnaryOperator<LotContent> change) {
        return before.over(
                new ContentDraft().lot(change.apply(before.lots().getFirst())).done());
    }

    private static LotContent lot(LotContent lot, long fen, List<Requirement> requirements, List<Criterion> criteria) {
        return new LotContent(
                lot.id(),
                lot.title(),
                lot.categoryCode(),
                lot.serviceRegionCodes(),
                fen,
                lot.description(),
                requirements,
                criteria,
                null);
    }

    private static List<Differences.Change> changes(Content before, Content after) {
        return Differences.between(before, after, code -> code);
    }

    private static List<String> errors(Content before, Content after) {
        return CorrectionRules.check(changes(before, after), before, after, NOW, circumstances()).stream()
                .filter(Finding::blocks)
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    @Test
    void whatIsLeftOutStays() {
        assertThat(lunches().over(new ContentDraft().done())).isEqualTo(lunches());
        assertThat(errors(lunches(), lunches())).containsExactly(" correction-empty");
    }

    @Test
    void neitherWhatIsBoughtNorWhoMayBidChanges() {
        var before = lunches();
        assertThat(errors(before, before.over(new ContentDraft().title("别的服务").done())))
                .containsExactly("/title correction-fixed");
        assertThat(errors(before, lot(before, lot -> lot(lot, 9_900_000, lot.requirements(), lot.criteria()))))
                .contains("/lots/0/budgetFen correction-fixed");
        assertThat(errors(
                        before,
                        lot(before, lot -> lot(lot, 9_800_000, List.of(Requirement.inspection(2024)), List.of()))))
                .contains("/lots/0/requirements/0 correction-fixed");
    }

    @Test
    void aDeadlineIsOnlyPutOff() {
        assertThat(errors(lunches(), with(lunches(), TUESDAY, null)))
                .containsExactly("/bidDeadline correction-deadline-earlier");
        assertThat(errors(lunches(), with(lunches(), WEDNESDAY.plusSeconds(86_400), null)))
                .isEmpty();
        var sunday = Instant.parse("2026-11-29T02:00:00Z");
        assertThat(errors(lunches(), with(lunches(), sunday, null)))
                .containsExactly("/bidDeadline deadline-not-workday");
        assertThat(errors(lunches(), with(lunches(), Instant.parse("2028-01-04T02:00:00Z"), null)))
                .containsExactly("/bidDeadline deadline-beyond-calendar");
    }

    /** Today is Thursday: three working days end on Tuesday. */
    @Test
    void whatBidsAnswerLeavesThemTime() {
        var monday = PurchaseFixtures.due(MONDAY);
        assertThat(errors(monday, with(monday, null, "更正后的采购需求：为辖区老人提供午餐。")))
                .containsExactly("/bidDeadline correction-too-soon-working-days");
        assertThat(errors(monday, with(monday, TUESDAY, "更正后的采购需求：为辖区老人提供午餐。"))).isEmpty();
        var rescored =
                List.of(criterion("报价", 20, Criterion.Kind.PRICE), criterion("服务方案", 80, Criterion.Kind.QUALITY));
        assertThat(errors(monday, lot(monday, lot -> lot(lot, 9_800_000, List.of(), rescored))))
                .containsExactly("/bidDeadline correction-too-soon-working-days");
    }

    @Test
    void whomToAskChangesNoBid() {
        var monday = PurchaseFixtures.due(MONDAY);
        var after = monday.over(new ContentDraft().contact(OTHER).done());
        assertThat(errors(monday, after)).isEmpty();
        assertThat(CorrectionRules.concernsBids(changes(monday, after))).isFalse();
        assertThat(CorrectionRules.concernsBids(changes(monday, with(monday, null, "更正后的采购需求。"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN_TENDER,2026-12-04",
        "INVITED_TENDER,2026-12-04",
        "CONSULTATION,2026-11-24",
        "NEGOTIATION,2026-11-24",
        "INQUIRY,2026-11-24",
        "BT_COMPARE,2026-11-24"
    })
    void eachMethodHasItsWait(ProcurementMethod method, LocalDate earliest) {
        assertThat(CorrectionRules.earliest(method, NOW, PurchaseFixtures.CALENDAR))
                .isEqualTo(earliest);
    }

    /** Where the last of so many days is a day of rest, the next working day counts (民法典 第203条). */
    @Test
    void aWaitThatEndsOnADayOfRestGoesOn() {
        var friday = Instant.parse("2026-11-20T02:00:00Z");
        assertThat(CorrectionRules.earliest(ProcurementMethod.OPEN_TENDER, friday, PurchaseFixtures.CALENDAR))
                .isEqualTo(LocalDate.of(2026, 12, 7));
    }

    /** V04: from Wednesday the 18th the fifth working day is Wednesday the 25th. */
    @Test
    void documentsThatAreHadAreNotTakenAwayEarlierThanTheLawSays() {
        var to = "/statutory/documents/to ";
        var before = StatutoryFixtures.published(StatutoryFixtures.OFFICIAL);
        assertThat(errors(before, offeredTo("2026-11-24T01:00:00Z"))).containsExactly(to + "documents-too-short");
        assertThat(errors(before, offeredTo("2026-11-10T01:00:00Z"))).containsExactly(to + "documents-end-first");
        assertThat(errors(before, offeredTo("2027-01-15T01:00:00Z"))).containsExactly(to + "documents-after-deadline");
        assertThat(errors(before, offeredTo("2026-11-25T01:00:00Z"))).isEmpty();
        var tight = offeredTo("2026-11-24T01:00:00Z");
        assertThat(errors(tight, tight.over(new ContentDraft().contact(OTHER).done())))
                .as("what was so before")
                .isEmpty();
    }

    private static Content offeredTo(String to) {
        return StatutoryFixtures.offered(StatutoryFixtures.OFFICIALLY, Instant.parse(to));
    }

    /** A wording that the rules would refuse today stands in the call already: the correction neither brought it nor can leave it. */
    @Test
    void answersOnlyForWhatItChanges() {
        var before = with(lunches(), null, "仅限本市注册的供应商参加，为辖区老人提供午餐。");
        assertThat(errors(before, before.over(new ContentDraft().contact(OTHER).done())))
                .isEmpty();
        assertThat(errors(lunches(), before)).isNotEmpty().allMatch(found -> found.startsWith("/description"));
    }
}
