package org.goufu.purchase.domain;

import static org.goufu.purchase.domain.PublicationRules.required;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.goufu.purchase.Finding;
import org.goufu.purchase.MethodGround;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory;
import org.goufu.purchase.Statutory.Documents;
import org.goufu.purchase.Statutory.Intention;
import org.goufu.purchase.Statutory.MethodApproval;

/** What a call by a statutory method must say besides, and where it was published first (domain.md 1.2, 1.6 V04, V05, V10). */
final class StatutoryRules {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String AT = "/statutory";
    private static final String APPROVAL = AT + "/approval";
    private static final String DOCUMENTS = AT + "/documents";
    /** T01. */
    private static final int INTENTION_DAYS = 30;

    private final Content content;
    private final Statutory said;
    private final Circumstances circumstances;
    private final List<Finding> findings = new ArrayList<>();

    private StatutoryRules(Content content, Circumstances circumstances) {
        this.content = content;
        this.said = content.statutoryOrNothing();
        this.circumstances = circumstances;
    }

    static List<Finding> check(Content content, Circumstances circumstances) {
        var method = content.method();
        if (method == null || method.isBelowLimit()) {
            return content.statutory() == null ? List.of() : List.of(Finding.error(AT, "not-of-this-method"));
        }
        if (OpenCall.of(method).isEmpty()) return List.of();
        return new StatutoryRules(content, circumstances).check(method);
    }

    private List<Finding> check(ProcurementMethod method) {
        required(AT + "/projectCode", said.projectCode(), findings);
        required(AT + "/contractTerm", said.contractTerm(), findings);
        findings.addAll(OfficialReference.check(
                AT + "/officialPublication", said.officialPublication(), circumstances.media(), circumstances.now()));
        ground(method);
        approval(method);
        intention();
        documents();
        places();
        agency();
        return findings;
    }

    private void ground(ProcurementMethod method) {
        var lawful = MethodGround.of(method);
        if (lawful.isEmpty()) return;
        required(AT + "/ground", said.ground(), findings);
        if (said.ground() != null && !lawful.contains(said.ground())) {
            findings.add(Finding.error(AT + "/ground", "ground-of-another-method"));
        }
    }

    /** 政府采购法 第27条, 实施条例 第23条: asked for before the procurement starts, from finance of a city or the province. */
    private void approval(ProcurementMethod method) {
        var amount = circumstances.limits().openTenderFen();
        if (method == ProcurementMethod.OPEN_TENDER || content.budgetFen() < amount) return;
        var approval = said.approval() == null ? new MethodApproval(null, null, null) : said.approval();
        if (approval.number() == null) {
            findings.add(Finding.error(APPROVAL + "/number", "approval-missing", amount / 100));
        }
        required(APPROVAL + "/authority", approval.authority(), findings);
        required(APPROVAL + "/date", approval.date(), findings);
        if (approval.date() != null && approval.date().isAfter(day(begun()))) {
            findings.add(Finding.error(APPROVAL + "/date", "approval-late", day(begun())));
        }
    }

    /** V10. */
    private void intention() {
        if (said.intentionExemptReason() != null) return;
        var intention = said.intention() == null ? new Intention(null, null) : said.intention();
        if (intention.number() == null && intention.publishedOn() == null) {
            findings.add(Finding.error(AT + "/intention/number", "intention-missing", INTENTION_DAYS));
            return;
        }
        required(AT + "/intention/number", intention.number(), findings);
        required(AT + "/intention/publishedOn", intention.publishedOn(), findings);
        var published = intention.publishedOn();
        if (published == null) return;
        var earliest = published.plusDays(INTENTION_DAYS);
        if (day(begun()).isBefore(earliest)) {
            findings.add(Finding.error(AT + "/intention/publishedOn", "intention-too-late", INTENTION_DAYS, earliest));
        }
    }

    /** V04; how long they were on offer does not depend on today. */
    private void documents() {
        var documents = said.documents() == null ? new Documents(null, null, null, null, null) : said.documents();
        required(DOCUMENTS + "/from", documents.from(), findings);
        required(DOCUMENTS + "/to", documents.to(), findings);
        required(DOCUMENTS + "/place", documents.place(), findings);
        required(DOCUMENTS + "/way", documents.way(), findings);
        required(DOCUMENTS + "/priceFen", documents.priceFen(), findings);
        if (documents.priceFen() != null && documents.priceFen() > 0) {
            findings.add(Finding.warning(DOCUMENTS + "/priceFen", "documents-not-free"));
        }
    }

    private void places() {
        if (circumstances.bids().here()) return;
        required(AT + "/submissionPlace", said.submissionPlace(), findings);
        required(AT + "/openingPlace", said.openingPlace(), findings);
        // How the platform opens is no choice where another one does.
        if (Boolean.TRUE.equals(content.stagedOpening())) {
            findings.add(Finding.error("/stagedOpening", "opened-elsewhere"));
        }
        if (Boolean.TRUE.equals(content.supervisedOpening())) {
            findings.add(Finding.error("/supervisedOpening", "opened-elsewhere"));
        }
    }

    private void agency() {
        var agency = said.agency();
        if (agency == null) return;
        required(AT + "/agency/name", agency.name(), findings);
        required(AT + "/agency/address", agency.address(), findings);
        required(AT + "/agency/phone", agency.phone(), findings);
    }

    /** The procurement starts when it is published officially. */
    private Instant begun() {
        var official = said.officialPublication();
        return official == null || official.publishedAt() == null ? circumstances.now() : official.publishedAt();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
