package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.goufu.matching.MatchingFixtures.COUNTY;
import static org.goufu.matching.MatchingFixtures.MOMENT;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.id;
import static org.goufu.matching.MatchingFixtures.membership;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.goufu.federation.Membership;
import org.goufu.matching.Conflict;
import org.goufu.matching.Conflict.Rule;
import org.goufu.matching.Conflict.Severity;
import org.goufu.matching.Conflicts.Declaration;
import org.goufu.matching.domain.Contest.Bidding;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.DepartmentView;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictRulesTests {
    private final BodyProfile one = organization("甲中心", "张一");
    private final BodyProfile other = organization("乙中心", "李二");
    private final BodyProfile federation = goodFederation();

    private static BodyProfile organization(String name, String head) {
        return body(name, BodyKind.LEGAL_PERSON, COUNTY, fact(FactKind.HEAD, head));
    }

    private static Bidding alone(BodyProfile bidder) {
        return new Bidding(bidder, List.of(), false);
    }

    private static DepartmentView department(String region, String type) {
        return new DepartmentView(id("department"), "某单位", "", region, type, "", "");
    }

    private static List<Conflict> judge(
            List<Bidding> biddings, List<Membership> memberships, Declaration... declarations) {
        return ConflictRules.judge(new Contest(
                department(COUNTY, "GOV_ORGAN"), biddings, memberships, Arrays.asList(declarations), MOMENT));
    }

    private static Declaration declared(Declaration.Kind kind, BodyProfile about, @Nullable BodyProfile other) {
        return new Declaration(kind, about.id(), other == null ? null : other.id());
    }

    private static void only(List<Conflict> found, Rule rule, Severity severity) {
        assertThat(found).singleElement().satisfies(conflict -> {
            assertThat(conflict.rule()).isEqualTo(rule);
            assertThat(conflict.severity()).isEqualTo(severity);
        });
    }

    @Test
    void strangersHaveNone() {
        assertThat(judge(List.of(alone(one), alone(other)), List.of())).isEmpty();
    }

    @Test
    void oneHeadOfTwoBiddersBlocks() {
        var found = judge(List.of(alone(one), alone(organization("丙中心", "张一"))), List.of());
        only(found, Rule.C01, Severity.BLOCK);
        assertThat(found.getFirst().fact().arguments()).containsExactly("甲中心", "丙中心", "张一");
    }

    @Test
    void controlBetweenTwoBiddersBlocksEitherWayRound() {
        for (var control : List.of(
                declared(Declaration.Kind.CONTROLS, one, other), declared(Declaration.Kind.CONTROLS, other, one))) {
            only(judge(List.of(alone(one), alone(other)), List.of(), control), Rule.C01, Severity.BLOCK);
        }
    }

    @Test
    void oneHeadInsideOneConsortiumIsNoConflict() {
        var together = new Bidding(one, List.of(organization("丙中心", "张一")), true);
        assertThat(judge(List.of(together), List.of())).isEmpty();
    }

    @Test
    void aFederationBesideItsRegisteredMemberNeedsStatements() {
        var joined = List.of(membership(federation, one));
        only(judge(List.of(alone(federation), alone(one)), joined), Rule.C02, Severity.WARN);
        only(
                judge(
                        List.of(alone(one), alone(federation)),
                        joined,
                        declared(Declaration.Kind.COORDINATES_BIDS, federation, null)),
                Rule.C02,
                Severity.BLOCK);
        only(judge(List.of(alone(one)), joined), Rule.C02, Severity.INFO);
    }

    @Test
    void twoMembersOfOneFederationNeedStatements() {
        var joined = List.of(membership(federation, one), membership(federation, other));
        only(judge(List.of(alone(one), alone(other)), joined), Rule.C02, Severity.WARN);
    }

    @Test
    void aBodyTakesPartInOneBidOnly() {
        var group = goodGroup();
        var second = body("另一社联会", BodyKind.FEDERATION, "510107002");
        only(
                judge(
                        List.of(
                                new Bidding(federation, List.of(group), false),
                                new Bidding(second, List.of(group), false)),
                        List.of()),
                Rule.C03,
                Severity.BLOCK);
        only(judge(List.of(new Bidding(one, List.of(other), true), alone(other)), List.of()), Rule.C03, Severity.BLOCK);
    }

    @Test
    void whatOthersCouldDoIsForeseenForEachByItself() {
        var joined = List.of(membership(federation, one), membership(federation, other));
        var intended = new Bidding(federation, List.of(one), false);
        var contest = new Contest(department(STREET, "STREET_OFFICE"), List.of(intended), joined, List.of(), MOMENT);
        var foreseen = ConflictRules.foreseen(contest, List.of(alone(one), alone(other)));
        // Whoever is named behind the federation and bids itself stands in two bids; the two do not meet one another.
        assertThat(foreseen)
                .extracting(Conflict::rule, Conflict::severity, Conflict::bodies)
                .containsExactly(
                        tuple(Rule.C03, Severity.BLOCK, List.of(one.id())),
                        tuple(Rule.C02, Severity.WARN, List.of(federation.id(), one.id())),
                        tuple(Rule.C02, Severity.WARN, List.of(federation.id(), other.id())));
    }

    @ParameterizedTest
    @CsvSource({
        "OVERALL_DESIGN,C04,BLOCK",
        "PARTIAL_DESIGN,C04,INFO",
        "EVALUATOR_RELATED,C05,BLOCK",
        "OFFICIAL_AS_HEAD,C06,WARN",
        "EVALUATES_STREET,C08,WARN"
    })
    void whatIsDeclaredIsHeldAgainstItsRule(Declaration.Kind kind, Rule rule, Severity severity) {
        only(judge(List.of(alone(one)), List.of(), declared(kind, one, null)), rule, severity);
        assertThat(judge(List.of(alone(one)), List.of(), declared(kind, other, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "510107001,STREET_OFFICE,true",
        "510107001,TOWNSHIP_GOV,true",
        "510107001,GOV_ORGAN,false",
        "510107,STREET_OFFICE,false"
    })
    void theSupervisingStreetBuysInTheOpen(String region, String type, boolean warned) {
        var found = ConflictRules.judge(
                new Contest(department(region, type), List.of(alone(federation)), List.of(), List.of(), MOMENT));
        assertThat(federation.regionCode()).isEqualTo(STREET);
        assertThat(found.stream().map(Conflict::rule).toList()).isEqualTo(warned ? List.of(Rule.C07) : List.of());
    }

    /** C07 is about federations: any other body of the street has no such tie to its office. */
    @Test
    void otherBodiesOfTheStreetAreNotItsOwn() {
        var neighbour = body("街坊中心", BodyKind.LEGAL_PERSON, STREET, fact(FactKind.HEAD, "王五"));
        assertThat(ConflictRules.judge(new Contest(
                        department(STREET, "STREET_OFFICE"), List.of(alone(neighbour)), List.of(), List.of(), MOMENT)))
                .isEmpty();
    }

    /** Every member of a consortium signs, and what it declared counts as if it bid by itself. */
    @Test
    void whatAMemberOfAConsortiumDeclaredCounts() {
        var together = new Bidding(one, List.of(other), true);
        only(
                judge(List.of(together), List.of(), declared(Declaration.Kind.OVERALL_DESIGN, other, null)),
                Rule.C04,
                Severity.BLOCK);
        var behind = new Bidding(federation, List.of(other), false);
        assertThat(judge(List.of(behind), List.of(), declared(Declaration.Kind.OVERALL_DESIGN, other, null)))
                .isEmpty();
    }

    @Test
    void aFederationInAConsortiumIsSupervisedAsWell() {
        var together = new Bidding(one, List.of(federation), true);
        var found = ConflictRules.judge(
                new Contest(department(STREET, "STREET_OFFICE"), List.of(together), List.of(), List.of(), MOMENT));
        only(found, Rule.C07, Severity.WARN);
    }

    /** 第18条第一款 speaks of those who bid: whoever headed both once, or left the federation, ties nobody now. */
    @Test
    void whatIsOverIsNoConflict() {
        var from = LocalDate.of(2019, 1, 1);
        var until = LocalDate.of(2021, 1, 1);
        var former = body("丙中心", BodyKind.LEGAL_PERSON, COUNTY, fact(FactKind.HEAD, "张一", 0, from, until));
        assertThat(judge(List.of(alone(one), alone(former)), List.of())).isEmpty();
        var joined = membership(federation, one);
        var left = new Membership(
                joined.id(),
                joined.federationId(),
                joined.memberId(),
                joined.state(),
                joined.from(),
                until,
                joined.consentedOn(),
                joined.consentKnownAt(),
                joined.confirmedAt(),
                joined.knownAt(),
                joined.knownAt(),
                joined.version(),
                List.of());
        assertThat(judge(List.of(alone(federation), alone(one)), List.of(left))).isEmpty();
    }

    /** The statement of C02 is asked of registered members, which could bid beside their federation; no other body could. */
    @Test
    void whoCannotBidBesideItsFederationIsNotAskedBeforehand() {
        var group = goodGroup();
        assertThat(judge(List.of(alone(group)), List.of(membership(federation, group))))
                .isEmpty();
    }

    @Test
    void theGravestComesFirst() {
        var found = judge(
                List.of(alone(federation), alone(one)),
                List.of(membership(federation, one)),
                declared(Declaration.Kind.OVERALL_DESIGN, one, null));
        assertThat(found).extracting(Conflict::severity).containsExactly(Severity.BLOCK, Severity.WARN);
    }
}
