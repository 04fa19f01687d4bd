package org.goufu.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goufu.organization.domain.RegistryFixtures.declared;
import static org.goufu.organization.domain.RegistryFixtures.fact;

import java.util.List;
import java.util.stream.Stream;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.junit.jupiter.api.Test;

class SuccessionTests {
    private static final RecordedFact NORMAL = fact(FactKind.STATUS, "NORMAL", "2020-05-06", null);

    private static List<String> after(RecordedFact newcomer, RecordedFact... standing) {
        var next = Succession.of(List.of(standing), newcomer);
        return Stream.concat(
                        Stream.of(standing).filter(fact -> !next.withdrawn().contains(fact)), next.added().stream())
                .map(fact -> fact.value() + " " + fact.from() + ".." + (fact.to() == null ? "" : fact.to()))
                .toList();
    }

    @Test
    void anEarlierStatusEndsOnTheDayBefore() {
        assertThat(after(fact(FactKind.STATUS, "CANCELLED", "2026-03-01", null), NORMAL))
                .containsExactly("NORMAL 2020-05-06..2026-02-28", "CANCELLED 2026-03-01..");
    }

    @Test
    void afterASuspensionWithAnEndTheOldStatusComesBack() {
        assertThat(after(fact(FactKind.STATUS, "SUSPENDED", "2026-01-01", "2026-06-30"), NORMAL))
                .containsExactly(
                        "NORMAL 2020-05-06..2025-12-31", "NORMAL 2026-07-01..", "SUSPENDED 2026-01-01..2026-06-30");
    }

    @Test
    void anEarlierFactThatWasWithdrawnIsKeptAndItsCopyIsLearntNow() {
        var newcomer = fact(FactKind.STATUS, "CANCELLED", "2026-03-01", null);
        var next = Succession.of(List.of(NORMAL), newcomer);
        assertThat(next.withdrawn()).containsExactly(NORMAL);
        assertThat(next.added().getFirst().id()).isNotEqualTo(NORMAL.id());
        assertThat(next.added().getFirst().recordedBy()).isEqualTo(newcomer.recordedBy());
    }

    @Test
    void whatIsAboutSomethingElseOrOverStays() {
        assertThat(after(
                        fact(FactKind.STAFF, "NURSE", "2026-03-01", null),
                        fact(FactKind.STAFF, "LAWYER", "2021-01-01", null),
                        fact(FactKind.STAFF, "NURSE", "2020-01-01", "2026-02-28")))
                .hasSize(3);
    }

    @Test
    void aYearHasOneConclusion() {
        assertThat(after(
                        fact(FactKind.INSPECTION, "2025:UNQUALIFIED", "2026-07-01", null),
                        fact(FactKind.INSPECTION, "2025:QUALIFIED", "2026-08-01", null),
                        fact(FactKind.INSPECTION, "2024:QUALIFIED", "2025-08-01", null)))
                .containsExactly("2024:QUALIFIED 2025-08-01..", "2025:UNQUALIFIED 2026-07-01..");
    }

    @Test
    void aYearHasOneFigureOfEachKind() {
        assertThat(after(
                        fact(FactKind.INCOME, "2025", 40_000_000, "2026-07-01", null, FactOrigin.REGISTRAR),
                        fact(FactKind.INCOME, "2025", 36_000_000, "2026-05-20", null, FactOrigin.REGISTRAR),
                        fact(FactKind.INCOME, "2024", 30_000_000, "2025-05-20", null, FactOrigin.REGISTRAR),
                        fact(FactKind.NET_ASSETS, "2025", 9_000_000, "2026-05-20", null, FactOrigin.REGISTRAR)))
                .containsExactlyInAnyOrder("2024 2025-05-20..", "2025 2026-05-20..", "2025 2026-07-01..");
    }

    @Test
    void aLaterFactStandsInTheWay() {
        assertThatThrownBy(() -> after(
                        fact(FactKind.GRADE, "A3", "2022-01-01", "2026-12-31"),
                        fact(FactKind.GRADE, "A4", "2024-01-01", "2028-12-31")))
                .hasMessage("organization/fact-overlaps");
    }

    @Test
    void theRegistrarsWordTakesTheDeclarationAway() {
        var declared = declared(FactKind.INSPECTION, "2025:QUALIFIED", "2026-07-01", null);
        var next = Succession.of(List.of(declared), fact(FactKind.INSPECTION, "2025:BASICALLY", "2026-07-05", null));
        assertThat(next.withdrawn()).containsExactly(declared);
        assertThat(next.added()).hasSize(1);
    }

    @Test
    void aDeclarationCannotOverwriteTheRegistrar() {
        var known = fact(FactKind.INSPECTION, "2025:UNQUALIFIED", "2026-07-01", null);
        assertThatThrownBy(() -> Succession.of(
                        List.of(known), declared(FactKind.INSPECTION, "2025:QUALIFIED", "2026-07-01", null)))
                .hasMessage("organization/registrar-knows");
    }

    @Test
    void aBodyRenewsWhatItDeclaresItself() {
        assertThat(after(
                        declared(FactKind.BANK_ACCOUNT, "示例银行 1234567890", "2026-03-01", null),
                        fact(FactKind.BANK_ACCOUNT, "旧银行 1234567890", "2020-03-01", null)))
                .containsExactly("旧银行 1234567890 2020-03-01..2026-02-28", "示例银行 1234567890 2026-03-01..");
    }

    @Test
    void aRevokedLicenceEndsTheLicence() {
        assertThat(after(
                        fact(FactKind.QUALIFICATION, "-MEDICAL_LICENSE", "2026-03-01", null),
                        fact(FactKind.QUALIFICATION, "MEDICAL_LICENSE", "2024-03-01", "2029-02-28")))
                .containsExactly("MEDICAL_LICENSE 2024-03-01..2026-02-28", "-MEDICAL_LICENSE 2026-03-01..");
    }
}
