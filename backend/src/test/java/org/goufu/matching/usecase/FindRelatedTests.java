package org.goufu.matching.usecase;

import static org.goufu.matching.MatchingFixtures.COUNTY;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.membership;

import org.goufu.matching.InMemoryRegistry;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class FindRelatedTests {
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final FindRelated related = new FindRelated(registry, registry);

    private final BodyProfile federation = goodFederation();
    private final BodyProfile group = goodGroup();
    private final BodyProfile member = organization("甲中心", COUNTY, "张一");
    private final BodyProfile sibling = organization("乙中心", COUNTY, "李二");
    private final BodyProfile namesake = organization("丙中心", COUNTY, "张一");
    private final BodyProfile elsewhere = organization("丁中心", "510104", "张一");

    private static BodyProfile organization(String name, String region, String head) {
        return body(name, BodyKind.LEGAL_PERSON, region, fact(FactKind.HEAD, head));
    }

    @BeforeEach
    void register() {
        registry.holding(federation, group, member, sibling, namesake, elsewhere)
                .joining(
                        membership(federation, group), membership(federation, member), membership(federation, sibling));
    }

    private void found(BodyProfile bidder, BodyProfile... bodies) {
        StepVerifier.create(related.of(bidder.id())).expectNext(bodies).verifyComplete();
    }

    @Test
    void aMemberIsCloseToItsFederationItsSiblingsAndItsNamesakesOfTheCounty() {
        found(member, namesake, sibling, federation);
    }

    @Test
    void aFederationIsCloseToItsRegisteredMembers() {
        found(federation, sibling, member);
    }

    @Test
    void whoIsAloneHasNobody() {
        found(elsewhere);
    }
}
