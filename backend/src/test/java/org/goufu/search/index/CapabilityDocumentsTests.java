package org.goufu.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.search.SearchFixtures.DAY;
import static org.goufu.search.SearchFixtures.body;
import static org.goufu.search.SearchFixtures.fact;
import static org.goufu.search.SearchFixtures.mandate;
import static org.goufu.search.SearchFixtures.membership;

import java.util.List;
import java.util.Map;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.search.Capability;
import org.goufu.search.Capability.Days;
import org.goufu.search.CapabilityField;
import org.junit.jupiter.api.Test;

class CapabilityDocumentsTests {
    @Test
    void aLegalPersonStandsForItself() {
        var body = body(
                BodyKind.LEGAL_PERSON,
                fact(FactKind.STATUS, "NORMAL", DAY.minusYears(3), null),
                fact(FactKind.CATEGORY, "A0402-01", DAY.minusYears(1), null),
                fact(FactKind.CREDIT_LIST, "SERIOUS", DAY.minusDays(9), DAY.minusDays(1)),
                fact(FactKind.QUALIFICATION, "-MEAL", DAY, null),
                fact(FactKind.STAFF, "SW", 3, DAY.minusDays(1), null));
        var documents = CapabilityDocuments.of(body, List.of(), Map.of(), DAY);
        assertThat(documents).singleElement().satisfies(document -> {
            assertThat(document.id()).isEqualTo(body.id());
            assertThat(document.bidderId()).isEqualTo(body.id());
            assertThat(document.terms())
                    .containsEntry("route", List.of("DIRECT"))
                    .containsEntry("category", List.of("A0402-01"))
                    .containsEntry("categoryPath", List.of("A", "A04", "A0402", "A0402-01"));
            assertThat(document.days())
                    .containsEntry("normalOn", List.of(new Days(DAY.minusYears(3), null)))
                    .containsEntry("listedOn.SERIOUS", List.of(new Days(DAY.minusDays(9), DAY.minusDays(1))))
                    .containsEntry("disqualifiedOn.MEAL", List.of(new Days(DAY, null)));
            assertThat(document.numbers()).containsEntry("staff.SW", 3L);
        });
    }

    @Test
    void aGroupStandsForNothingWithoutAMandate() {
        var group = body(BodyKind.FILED_GROUP);
        var federation = body(BodyKind.FEDERATION);
        var membership = membership(federation, group, DAY);
        assertThat(CapabilityDocuments.of(group, List.of(membership), Map.of(federation.id(), federation), DAY))
                .isEmpty();
    }

    @Test
    void aMandateCarriesTheFederationsLegalFactsAndTheMembersAbilities() {
        var group = body(
                BodyKind.FILED_GROUP,
                fact(FactKind.FILING, "ACTIVE", DAY.minusYears(1), DAY.plusYears(1)),
                fact(FactKind.CATEGORY, "A0402", DAY.minusYears(1), null),
                fact(FactKind.CREDIT_LIST, "SERIOUS", DAY.minusYears(1), null),
                fact(FactKind.STAFF, "SW", 2, DAY.minusYears(1), null));
        var federation = body(
                BodyKind.FEDERATION,
                fact(FactKind.STATUS, "NORMAL", DAY.minusYears(2), null),
                fact(FactKind.CATEGORY, "B01", DAY.minusYears(1), null),
                fact(FactKind.STAFF, "SW", 3, DAY.minusYears(1), null));
        var membership = membership(federation, group, DAY.minusDays(3), mandate(90_000_00L, "A0402"));
        var document =
                only(CapabilityDocuments.of(group, List.of(membership), Map.of(federation.id(), federation), DAY));
        assertThat(document.bidderId()).isEqualTo(federation.id());
        assertThat(document.bodyId()).isEqualTo(group.id());
        assertThat(document.terms()).containsEntry("category", List.of("A0402"));
        assertThat(document.numbers()).containsEntry("staff.SW", 5L).containsEntry("mandateCapFen", 90_000_00L);
        assertThat(document.days())
                .containsKeys("normalOn", "filedOn", "mandateOn")
                .containsEntry("membershipOn", List.of(new Days(DAY.minusDays(3), null)))
                .doesNotContainKey("listedOn.SERIOUS");
    }

    @Test
    void withoutConsentTheMembershipCoversNoDay() {
        var group = body(BodyKind.FILED_GROUP);
        var federation = body(BodyKind.FEDERATION);
        var membership = membership(federation, group, null, mandate(1L));
        var document =
                only(CapabilityDocuments.of(group, List.of(membership), Map.of(federation.id(), federation), DAY));
        assertThat(document.days()).doesNotContainKey("membershipOn");
        assertThat(document.terms()).containsEntry("mandateCategory", List.of(CapabilityField.EVERYTHING));
    }

    private static Capability only(List<Capability> documents) {
        assertThat(documents).hasSize(1);
        return documents.getFirst();
    }
}
