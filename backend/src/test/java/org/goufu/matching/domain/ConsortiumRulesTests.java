package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.MOMENT;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.goodOrganization;

import org.goufu.organization.FactKind;
import org.junit.jupiter.api.Test;

class ConsortiumRulesTests {
    @Test
    void legalPersonsInGoodStandingMay() {
        assertThat(ConsortiumRules.judge(goodOrganization(), MOMENT).admissible())
                .isTrue();
        assertThat(ConsortiumRules.judge(goodFederation(), MOMENT).admissible()).isTrue();
    }

    @Test
    void aFiledGroupNeverMay() {
        var judged = ConsortiumRules.judge(goodGroup(), MOMENT);
        assertThat(judged.admissible()).isFalse();
        assertThat(judged.verdicts()).singleElement().extracting(Verdict::kind).isEqualTo(ConditionKind.LEGAL_PERSON);
    }

    @Test
    void aLegalPersonOnAListMayNot() {
        var listed = goodOrganization(fact(FactKind.CREDIT_LIST, "SERIOUS"));
        assertThat(ConsortiumRules.judge(listed, MOMENT).admissible()).isFalse();
    }
}
