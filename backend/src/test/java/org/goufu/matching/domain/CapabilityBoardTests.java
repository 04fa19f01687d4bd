package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.BUDGET;
import static org.goufu.matching.MatchingFixtures.LONG_AGO;
import static org.goufu.matching.MatchingFixtures.MEALS;
import static org.goufu.matching.MatchingFixtures.MOMENT;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.category;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.membership;
import static org.goufu.matching.MatchingFixtures.publishedLot;

import java.util.List;
import java.util.stream.Stream;
import org.goufu.federation.Mandate;
import org.goufu.matching.domain.CapabilityBoard.Missed;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.goufu.purchase.PublishedLot;
import org.junit.jupiter.api.Test;

class CapabilityBoardTests {
    private final BodyProfile federation = goodFederation(fact(FactKind.STAFF, "SOCIAL_WORKER", 2, LONG_AGO, null));
    private final BodyProfile group = goodGroup(fact(FactKind.STAFF, "SOCIAL_WORKER", 1, LONG_AGO, null));

    private Dossier dossier(Mandate... mandates) {
        var link = new Link(federation, group, membership(federation, group, mandates));
        return new Dossier(federation, List.of(), List.of(link));
    }

    private static List<Missed> missed(Dossier dossier, PublishedLot... lots) {
        return Stream.of(lots)
                .flatMap(lot ->
                        CapabilityBoard.missed(dossier, lot, MOMENT).stream().map(miss -> new Missed(lot, miss)))
                .toList();
    }

    @Test
    void showsWhatMembersDoAndWhoIsReady() {
        var board = CapabilityBoard.of(dossier(mandate()), MOMENT);
        assertThat(board.members()).singleElement().satisfies(member -> {
            assertThat(member.ready()).isTrue();
            assertThat(member.categories()).containsExactly(MEALS);
        });
        assertThat(board.services()).singleElement().satisfies(service -> {
            assertThat(service.own()).isFalse();
            assertThat(service.ready()).hasSize(1);
        });
        assertThat(board.staff()).containsExactly(new CapabilityBoard.Staff("SOCIAL_WORKER", 2, 1));
    }

    @Test
    void saysWhyAMemberIsNotReady() {
        var expired = mandate(BUDGET, LONG_AGO, TODAY.minusDays(1));
        for (var dossier : List.of(dossier(), dossier(expired))) {
            var board = CapabilityBoard.of(dossier, MOMENT);
            assertThat(board.members().getFirst().ready()).isFalse();
            assertThat(board.members().getFirst().missing()).isNotNull();
            assertThat(board.services().getFirst().notReady()).hasSize(1);
        }
        assertThat(CapabilityBoard.of(dossier(expired, mandate()), MOMENT)
                        .members()
                        .getFirst()
                        .ready())
                .isTrue();
    }

    @Test
    void nothingIsMissingWhereTheFederationCouldBid() {
        assertThat(missed(dossier(mandate()), publishedLot())).isEmpty();
    }

    @Test
    void countsTheOneThingThatWasMissing() {
        var noMandate = missed(dossier(), publishedLot(), publishedLot("送餐", MEALS, BUDGET));
        assertThat(CapabilityBoard.summed(noMandate)).singleElement().satisfies(missing -> {
            assertThat(missing.kind()).isEqualTo(ConditionKind.MANDATE);
            assertThat(missing.lots()).isEqualTo(2);
            assertThat(missing.open()).isEqualTo(2);
            assertThat(missing.budgetFen()).isEqualTo(2 * BUDGET);
        });
    }

    @Test
    void putsWhatMissesMostFirst() {
        var found = missed(
                dossier(mandate(BUDGET, LONG_AGO, TODAY.plusYears(1))),
                publishedLot("大单", MEALS, BUDGET + 1),
                publishedLot("心理", "A0601", BUDGET),
                publishedLot("心理二", "A0601", BUDGET));
        assertThat(CapabilityBoard.summed(found))
                .extracting(CapabilityBoard.Missing::kind)
                .containsExactly(ConditionKind.CATEGORY, ConditionKind.MANDATE);
    }

    @Test
    void aMemberThatLeftIsNotOnTheBoard() {
        var stranger = body("路过队", BodyKind.FILED_GROUP, STREET, category(MEALS));
        var link = new Link(federation, stranger, null);
        var board = CapabilityBoard.of(new Dossier(federation, List.of(), List.of(link)), MOMENT);
        assertThat(board.members()).isEmpty();
        assertThat(board.services()).isEmpty();
    }
}
