package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.goufu.organization.CreditCode;
import org.goufu.purchase.Finding;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.domain.PortalResult.Winner;
import org.jspecify.annotations.Nullable;

/** What the result of a lot must say that was decided on the statutory medium (N05, 财办库〔2023〕243号, domain.md 1.6, 1.7.1). */
public final class PortalResultRules {
    private static final int HUNDRED_POINTS = 10_000;
    private static final int SMALLEST_TENDER_PANEL = 5;
    private static final int SMALLEST_PANEL = 3;
    /** 财政部令第87号 第47条: from a budget of ten million yuan on. */
    private static final int LARGE_TENDER_PANEL = 7;

    private static final long LARGE_TENDER_FEN = 1_000_000_000;

    private final PortalResult result;
    private final NoticeContent call;
    private final NoticeContent.Lot lot;
    private final boolean hasAgency;
    private final boolean scored;
    private final List<Finding> findings = new ArrayList<>();

    private PortalResultRules(PortalResult result, DecidingLot deciding, boolean hasAgency) {
        this.result = result;
        this.call = deciding.text();
        this.lot = deciding.lot();
        this.hasAgency = hasAgency;
        this.scored = isScored(deciding);
    }

    /** @param hasAgency whether an agency runs the procurement */
    public static List<Finding> check(
            PortalResult result, DecidingLot deciding, boolean hasAgency, PublicationMedia media, Instant now) {
        return new PortalResultRules(result, deciding, hasAgency).check(media, now);
    }

    /** Whether bids were compared by points; else the lowest price won. */
    public static boolean isScored(DecidingLot deciding) {
        return OpenCall.of(deciding.text().method())
                .map(OpenCall::scored)
                .orElse(!deciding.lot().criteria().isEmpty());
    }

    private List<Finding> check(PublicationMedia media, Instant now) {
        winners();
        amount();
        service();
        panel();
        agencyFee();
        official(media, now);
        return List.copyOf(findings);
    }

    private void winners() {
        if (result.winners().isEmpty()) findings.add(Finding.error("/winners", "winner-missing"));
        var codes = new HashSet<String>();
        for (int i = 0; i < result.winners().size(); i++) {
            var winner = result.winners().get(i);
            var at = "/winners/" + i;
            creditCode(winner, at, codes);
            required(at + "/name", winner.name());
            required(at + "/address", winner.address());
            if (winner.partner()) partner(at, i);
            else offer(winner, at);
        }
    }

    private void creditCode(Winner winner, String at, HashSet<String> codes) {
        var pointer = at + "/creditCode";
        var code = winner.creditCode();
        required(pointer, code);
        if (code == null) return;
        CreditCode.fault(pointer, code)
                .ifPresentOrElse(
                        fault -> findings.add(Finding.error(
                                pointer, fault.code(), fault.arguments().toArray())),
                        () -> {
                            if (!codes.add(code)) findings.add(Finding.error(pointer, "winner-twice"));
                        });
    }

    /** 政府采购法 第24条: a consortium has a lead, and the call says whether there may be one. */
    private void partner(String at, int place) {
        if (place == 0) findings.add(Finding.error(at + "/partner", "partner-without-lead"));
        if (!Boolean.TRUE.equals(call.acceptsConsortium())) {
            findings.add(Finding.error(at + "/partner", "partner-not-accepted"));
        }
    }

    private void offer(Winner winner, String at) {
        if (winner.amountFen() == null && winner.rate() == null) {
            findings.add(Finding.error(at + "/amountFen", "amount-or-rate"));
        }
        if (scored) score(winner, at + "/scoreHundredths");
        else evaluationPrice(winner, at + "/evaluationPriceFen");
    }

    private void score(Winner winner, String pointer) {
        required(pointer, winner.scoreHundredths());
        if (winner.scoreHundredths() != null && winner.scoreHundredths() > HUNDRED_POINTS) {
            findings.add(Finding.error(pointer, "score-above-hundred"));
        }
    }

    /** Policy deductions lower it for the comparison and never raise it (domain.md 1.7.2). */
    private void evaluationPrice(Winner winner, String pointer) {
        required(pointer, winner.evaluationPriceFen());
        if (winner.evaluationPriceFen() != null
                && winner.amountFen() != null
                && winner.evaluationPriceFen() > winner.amountFen()) {
            findings.add(Finding.error(pointer, "evaluation-price-above"));
        }
    }

    /** 财政部令第87号 第63条: above the ceiling a bid is invalid; what was published nevertheless is explained. */
    private void amount() {
        var amount = result.amountFen();
        if (amount == null || amount <= lot.budgetFen()) return;
        findings.add(
                result.otherMatters() == null
                        ? Finding.error("/winners/0/amountFen", "amount-above-ceiling", lot.budgetFen() / 100)
                        : Finding.warning("/winners/0/amountFen", "amount-above-explained", lot.budgetFen() / 100));
    }

    private void service() {
        var service = result.service();
        required("/service/name", service.name());
        required("/service/scope", service.scope());
        required("/service/requirements", service.requirements());
        required("/service/time", service.time());
        required("/service/standards", service.standards());
    }

    /** What was published is repeated, also where the panel was not as the law has it: that is for supervisors to see. */
    private void panel() {
        var panel = result.panel();
        if (panel.isEmpty()) findings.add(Finding.error("/panel", "panel-missing"));
        for (int i = 0; i < panel.size(); i++) {
            required("/panel/" + i + "/name", panel.get(i).name());
        }
        if (panel.isEmpty()) return;
        var least = leastPanel();
        if (panel.size() < least || panel.size() % 2 == 0) {
            findings.add(Finding.warning("/panel", "portal-panel-size", panel.size(), least));
        }
        var own = panel.stream().filter(PortalResult.Panelist::ofDepartment).count();
        if (own * 3 > panel.size()) findings.add(Finding.warning("/panel", "portal-panel-experts"));
    }

    private int leastPanel() {
        var tender =
                call.method() == ProcurementMethod.OPEN_TENDER || call.method() == ProcurementMethod.INVITED_TENDER;
        if (!tender) return SMALLEST_PANEL;
        return call.amountFen() >= LARGE_TENDER_FEN ? LARGE_TENDER_PANEL : SMALLEST_TENDER_PANEL;
    }

    private void agencyFee() {
        var fee = result.agencyFee();
        if (fee == null && !hasAgency) return;
        required("/agencyFee/standard", fee == null ? null : fee.standard());
        required("/agencyFee/amountFen", fee == null ? null : fee.amountFen());
    }

    private void official(PublicationMedia media, Instant now) {
        var given = result.official();
        findings.addAll(OfficialReference.check("/officialPublication", given, call, media, now));
        var deadline = call.deadline();
        if (given == null || given.publishedAt() == null || deadline == null) return;
        if (given.publishedAt().isBefore(deadline)) {
            findings.add(Finding.error("/officialPublication/publishedAt", "official-before-deadline"));
        }
    }

    private void required(String pointer, @Nullable Object value) {
        PublicationRules.required(pointer, value, findings);
    }
}
