package org.goufu.purchase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.goufu.purchase.domain.PurchaseFixtures.CALENDAR;
import static org.goufu.purchase.domain.PurchaseFixtures.DEPARTMENT;
import static org.goufu.purchase.domain.PurchaseFixtures.MEDIA;
import static org.goufu.purchase.domain.PurchaseFixtures.NOW;
import static org.goufu.purchase.domain.PurchaseFixtures.officer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Named;
import org.goufu.kernel.ProblemException;
import org.goufu.kernel.Role;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.domain.PortalResult.AgencyFee;
import org.goufu.purchase.domain.PortalResult.Panelist;
import org.goufu.purchase.domain.PortalResult.Winner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is repeated of a result that the portal published: its rules, its official form, its two persons. */
class PortalResultTests {
    private static final String CODE = "52510104MJ00000010";
    private static final Instant DEADLINE = Instant.parse("2026-12-31T02:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-06T02:00:00Z");
    private static final long CEILING = 60_000_000;

    private static DecidingLot called(ProcurementMethod method) {
        var content = StatutoryFixtures.of(method);
        var purchase = Purchase.drafted(new UUID(5, 5), officer(), content);
        var buyer = new CallForm.Buyer(new Named(DEPARTMENT, "示例街道办事处"), "示例路1号", "028-00000000");
        var setting =
                new CallForm.Setting(buyer, "510114-2026-000001", NOW, CALENDAR, BidPlace.NOT_DESIGNATED, Map.of());
        var text = CallForm.of(purchase, setting, code -> code, code -> code);
        return new DecidingLot(
                content.lots().getFirst().id(), new UUID(1, 1), purchase.id(), DEPARTMENT, text, false, false);
    }

    private static Winner winner(@Nullable Long amount, @Nullable Integer score, @Nullable Long evaluationPrice) {
        return new Winner(CODE, null, "示例社工中心", "示例路2号", false, amount, null, score, evaluationPrice);
    }

    private static PortalResult result(List<Winner> winners, int panel, int own, @Nullable String other) {
        var begun = PortalResult.begun(
                StatutoryFixtures.of(ProcurementMethod.CONSULTATION),
                called(ProcurementMethod.CONSULTATION).id(),
                code -> code);
        var members = IntStream.range(0, panel)
                .mapToObj(at -> new Panelist("评审" + at, at < own))
                .toList();
        return new PortalResult(winners, begun.service(), members, null, other, published("jg-1", LATER));
    }

    private static OfficialPublication published(String noticeId, Instant at) {
        return new OfficialPublication("四川政府采购网", "https://www.ccgp-sichuan.gov.cn/notices/" + noticeId, noticeId, at);
    }

    private static List<String> found(ProcurementMethod method, PortalResult result, boolean agency) {
        return PortalResultRules.check(result, called(method), agency, MEDIA, LATER.plusSeconds(60)).stream()
                .map(finding -> (finding.blocks() ? "" : "? ") + finding.pointer() + " " + finding.code())
                .toList();
    }

    private static List<String> found(PortalResult result) {
        return found(ProcurementMethod.CONSULTATION, result, false);
    }

    @Test
    void beginsWithWhatTheCallSaysOfTheService() {
        var begun = PortalResult.begun(
                StatutoryFixtures.of(ProcurementMethod.CONSULTATION),
                called(ProcurementMethod.CONSULTATION).id(),
                code -> "地区" + code);
        assertThat(begun.service().name()).isNotBlank();
        assertThat(begun.service().scope()).startsWith("地区");
        assertThat(begun.service().time()).contains("合同签订");
        assertThat(found(new PortalResult(List.of(), begun.service(), List.of(), null, null, null)))
                .containsExactly(
                        "/winners winner-missing",
                        "/panel panel-missing",
                        "/officialPublication/medium required",
                        "/officialPublication/url required",
                        "/officialPublication/noticeId required",
                        "/officialPublication/publishedAt required");
    }

    @Test
    void whatIsWholeHasNothingAgainstIt() {
        assertThat(found(result(List.of(winner(58_000_000L, 9_125, null)), 3, 1, null)))
                .isEmpty();
    }

    /** Points where they were given, the evaluation price where the lowest wins; the last allowed and the first forbidden. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CONSULTATION, 58000000, 10000, -, -",
                "CONSULTATION, 58000000, 10001, -, score-above-hundred",
                "CONSULTATION, 58000000, -, -, required",
                "CONSULTATION, -, 9000, -, amount-or-rate",
                "NEGOTIATION, 58000000, -, 58000000, -",
                "NEGOTIATION, 58000000, -, 58000001, evaluation-price-above",
                "NEGOTIATION, 58000000, -, -, required",
            })
    void asksForWhatTheMethodComparedBy(
            ProcurementMethod method,
            @Nullable Long amount,
            @Nullable Integer score,
            @Nullable Long evaluationPrice,
            @Nullable String code) {
        var found = found(method, result(List.of(winner(amount, score, evaluationPrice)), 3, 1, null), false);
        assertThat(found.stream().map(line -> line.split(" ")[1]).toList())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    /** Above the ceiling a bid is invalid; what was published nevertheless is explained, and the approver warned. */
    @Test
    void anAmountAboveTheCeilingIsExplained() {
        assertThat(found(result(List.of(winner(CEILING, 9_000, null)), 3, 1, null)))
                .isEmpty();
        var above = List.of(winner(CEILING + 1, 9_000, null));
        assertThat(found(result(above, 3, 1, null))).containsExactly("/winners/0/amountFen amount-above-ceiling");
        assertThat(found(result(above, 3, 1, "按批准的追加预算")))
                .containsExactly("? /winners/0/amountFen amount-above-explained");
    }

    @Test
    void knowsWhoIsNamedTwiceMistypedOrAPartnerOfNobody() {
        var twice = winner(1L, 1, null);
        var mistyped = new Winner("52510104MJ00000018", null, "甲", "乙", false, 1L, null, 1, null);
        var partner = new Winner("91510100MA0000000H", null, "甲", "乙", true, null, null, null, null);
        assertThat(found(result(List.of(twice, twice), 3, 1, null)))
                .containsExactly("/winners/1/creditCode winner-twice");
        assertThat(found(result(List.of(mistyped), 3, 1, null)))
                .containsExactly("/winners/0/creditCode credit-code-check");
        assertThat(found(result(List.of(partner), 3, 1, null)))
                .contains("/winners/0/partner partner-without-lead", "/winners/0/partner partner-not-accepted");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CONSULTATION, 3, 1, -",
                "CONSULTATION, 2, 0, portal-panel-size",
                "CONSULTATION, 4, 1, portal-panel-size",
                "CONSULTATION, 3, 2, portal-panel-experts",
                "OPEN_TENDER, 5, 1, -",
                "OPEN_TENDER, 3, 1, portal-panel-size",
            })
    void warnsOfPanelsThatTheLawDoesNotKnow(ProcurementMethod method, int size, int own, @Nullable String code) {
        assertThat(found(method, result(List.of(winner(58_000_000L, 9_000, null)), size, own, null), false))
                .isEqualTo(code == null ? List.of() : List.of("? /panel " + code));
    }

    @Test
    void anAgencyTakesAFee() {
        var result = result(List.of(winner(58_000_000L, 9_000, null)), 3, 1, null);
        assertThat(found(ProcurementMethod.CONSULTATION, result, true))
                .containsExactly("/agencyFee/standard required", "/agencyFee/amountFen required");
        var free = new PortalResult(
                result.winners(),
                result.service(),
                result.panel(),
                new AgencyFee("按协议由采购人支付", 0L),
                null,
                result.official());
        assertThat(found(ProcurementMethod.CONSULTATION, free, true)).isEmpty();
    }

    @Test
    void isNotPublishedBeforeBidsWereIn() {
        var whole = result(List.of(winner(58_000_000L, 9_000, null)), 3, 1, null);
        var early = new PortalResult(
                whole.winners(),
                whole.service(),
                whole.panel(),
                null,
                null,
                published("jg-1", DEADLINE.minusSeconds(1)));
        assertThat(found(early)).containsExactly("/officialPublication/publishedAt official-before-deadline");
    }

    @Test
    void writesTheOfficialForm() {
        var known = winner(58_000_000L, 9_125, null).known(new UUID(7, 7), "登记的名称", "登记的住所");
        var notice = PortalResultNotice.of(
                called(ProcurementMethod.CONSULTATION),
                result(List.of(known), 3, 1, null),
                "510114-2027-000001",
                LATER);
        assertThat(notice.formatCode()).isEqualTo("N05");
        assertThat(notice.title()).isEqualTo("社工站运营服务 中标（成交）结果公告");
        assertThat(notice.amountFen()).isEqualTo(58_000_000);
        assertThat(notice.official()).isNotNull();
        assertThat(notice.elsewhere()).isNotNull();
        assertThat(said(notice))
                .contains(
                        "供应商名称：登记的名称",
                        "统一社会信用代码：" + CODE,
                        "供应商地址：登记的住所",
                        "成交金额：580,000 元",
                        "评审总得分：91.25",
                        "名单：评审0（采购人代表）、评审1、评审2",
                        "收费：未委托代理机构，不收取代理服务费",
                        "公告期限：自公告发布之日起 1 个工作日",
                        "采购人地址：示例路1号",
                        "本平台没有接收");
    }

    /** Who won at a rate is shown with the ceiling as the amount of the notice. */
    @Test
    void aRateIsSaidInWords() {
        var rated = new Winner(CODE, null, "示例社工中心", "示例路2号", false, null, "下浮率 8%", 9_000, null);
        var notice = PortalResultNotice.of(
                called(ProcurementMethod.CONSULTATION),
                result(List.of(rated), 3, 1, null),
                "510114-2027-000001",
                LATER);
        assertThat(notice.amountFen()).isEqualTo(CEILING);
        assertThat(said(notice)).contains("下浮率或费率：下浮率 8%").doesNotContain("成交金额");
    }

    private static String said(NoticeContent notice) {
        return notice.sections().stream()
                .flatMap(section -> section.fields().stream())
                .map(field -> field.label() + "：" + field.value())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void nobodyPublishesWhatHeWroteAnyOf() {
        var result = result(List.of(winner(58_000_000L, 9_000, null)), 3, 1, null);
        var first = person("甲");
        var second = person("乙");
        var proposal = PortalProposal.first(new UUID(1, 1), result, first, NOW).rewritten(result, second, NOW);
        refuses(() -> proposal.decidedBy(first), PurchaseProblem.PORTAL_RESULT_SAME_PERSON);
        refuses(() -> proposal.decidedBy(second), PurchaseProblem.PORTAL_RESULT_SAME_PERSON);
        var third = person("丙");
        assertThat(proposal.decidedBy(third)).isEqualTo(proposal);
        refuses(() -> proposal.returnedBy(third, " "), PurchaseProblem.REASON_MISSING);
        var returned = proposal.returnedBy(third, "金额不对");
        assertThat(returned.result()).isEqualTo(result);
        refuses(() -> returned.decidedBy(third), PurchaseProblem.PORTAL_RESULT_RETURNED);
        assertThat(returned.rewritten(result, first, NOW).decidedBy(third).returned())
                .isNull();
    }

    private static Actor person(String name) {
        return new Actor(Ids.next(), name, name, Set.of(Role.DEPARTMENT_APPROVER), DEPARTMENT, null, null);
    }

    private static void refuses(Runnable act, PurchaseProblem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(act::run)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }
}
