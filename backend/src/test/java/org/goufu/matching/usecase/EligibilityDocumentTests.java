package org.goufu.matching.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.MOMENT;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.goodOrganization;
import static org.goufu.matching.MatchingFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.membership;
import static org.goufu.matching.MatchingFixtures.publishedLot;

import java.util.List;
import java.util.regex.Pattern;
import org.goufu.matching.domain.Assessment;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.Link;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.usecase.AssessEligibility.Assessed;
import org.goufu.organization.BodyProfile;
import org.goufu.purchase.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EligibilityDocumentTests {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static Assessed ofOrganization(Requirement... requirements) {
        return answer(new Dossier(goodOrganization(), List.of(), List.of()), requirements);
    }

    private static Assessed ofGroup() {
        var federation = goodFederation();
        var group = goodGroup();
        var link = new Link(federation, group, membership(federation, group, mandate()));
        return answer(new Dossier(group, List.of(link), List.of()));
    }

    private static Assessed answer(Dossier dossier, Requirement... requirements) {
        var lot = publishedLot(requirements);
        BodyProfile body = dossier.body();
        return new Assessed(lot, body, Assessment.of(LotTerms.of(lot), dossier, MOMENT), MOMENT.known());
    }

    /** These very bytes were handed out: whoever changes them changes the form's name, and keeps the old form for the old name. */
    @Test
    void theFormIsFixed() {
        var text = EligibilityDocument.text(ofOrganization(Requirement.inspection(2025)));
        assertThat(text).startsWith("{\"asOf\":\"2026-09-01T02:00:00Z\",\"body\":");
        assertThat(text).contains("\"form\":\"goufu-eligibility/1\"");
        assertThat(text)
                .contains(
                        "{\"asked\":{\"kind\":\"ANNUAL_INSPECTION\",\"year\":2025},\"citations\":[],"
                                + "\"condition\":\"ANNUAL_INSPECTION\",\"day\":\"2026-09-01\",\"finding\":\"inspection.none\",");
        assertThat(text)
                .contains(
                        "\"remedy\":{\"action\":\"UPLOAD_INSPECTION\",\"body\":\""
                                + goodOrganization().id()
                                + "\",\"parameters\":{\"year\":\"2025\"}},\"rule\":\"annual-inspection\",\"verdict\":\"UNKNOWN\"}");
    }

    @Test
    void keysStandSortedAtEveryDepth() {
        assertSorted(JsonMapper.shared().readTree(EligibilityDocument.text(ofGroup())));
    }

    private static void assertSorted(JsonNode node) {
        assertThat(List.copyOf(node.propertyNames())).isSorted();
        node.values().forEach(EligibilityDocumentTests::assertSorted);
    }

    @Test
    void nothingInItIsInALanguageButWhoSaidSo() {
        var text = EligibilityDocument.text(ofGroup()).replace("登记机关", "");
        assertThat(CHINESE.matcher(text).find()).isFalse();
    }

    @Test
    void freeWordsOfTheLotStayOut() {
        assertThat(EligibilityDocument.text(ofOrganization(Requirement.text("能上门"))))
                .doesNotContain("能上门");
    }

    @Test
    void theDigestIsThatOfTheBytes() {
        assertThat(EligibilityDocument.digest(""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
