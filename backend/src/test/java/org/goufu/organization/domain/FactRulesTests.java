package org.goufu.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.organization.domain.RegistryFixtures.TODAY;
import static org.goufu.organization.domain.RegistryFixtures.fact;
import static org.goufu.organization.domain.RegistryFixtures.group;
import static org.goufu.organization.domain.RegistryFixtures.organization;
import static org.goufu.organization.domain.RegistryFixtures.registrarOf;

import java.util.List;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactRulesTests {
    private static final FactRules.Codes CODES = new FactRules.Codes() {
        @Override
        public boolean isCategory(String code) {
            return code.equals("A0402-01");
        }

        @Override
        public boolean isRegion(String code) {
            return code.equals("510104");
        }
    };

    private static List<String> wrong(RecordedFact fact, RegisteredBody body) {
        try {
            FactRules.check(fact, body, TODAY, CODES);
            return List.of();
        } catch (ProblemException refusal) {
            return refusal.fields().stream().map(FieldProblem::code).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "STATUS, NORMAL, 0, 2020-05-06, -",
                "STATUS, SUSPENDED, 0, 2026-11-25, 2027-02-24",
                "INSPECTION, 2025:QUALIFIED, 0, 2026-01-01, -",
                "INSPECTION, 2020:NOT_TAKEN, 0, 2021-07-01, -",
                "CREDIT_LIST, SERIOUS, 0, 2026-01-05, 2028-01-04",
                // The fifth year's last day is allowed; the next grade may begin with the year after.
                "GRADE, A4, 0, 2022-01-01, 2026-12-31",
                "GRADE, A5, 0, 2027-01-01, 2031-12-31",
                "QUALIFICATION, MEDICAL_LICENSE, 0, 2025-01-01, -",
                "QUALIFICATION, -MEDICAL_LICENSE, 0, 2025-01-01, -",
                "STAFF, NURSE, 3, 2025-01-01, -",
                "CATEGORY, A0402-01, 0, 2025-01-01, -",
                "PLACE, 510104, 0, 2025-01-01, -",
                "EXPERIENCE, A0402-01, 4, 2025-01-01, -",
                "TAX, INCOME_EXEMPTION, 0, 2023-01-01, 2027-12-31",
                "TAX, DONATION_DEDUCTION, 0, 2027-01-01, 2029-12-31",
                "HEADCOUNT, 2025, 0, 2026-05-20, -",
                "INCOME, 2020, 36000000, 2021-05-20, -",
                // Debts may be larger than what there is.
                "NET_ASSETS, 2025, -1500000, 2026-05-20, -",
                "BANK_ACCOUNT, 示例银行锦江支行 5101 0400 1234, 0, 2025-01-01, -"
            })
    void aRegistrarRecords(FactKind kind, String value, long number, String from, String to) {
        assertThat(wrong(fact(kind, value, number, from, to, FactOrigin.REGISTRAR), organization()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "STATUS, ASLEEP, 0, 2020-05-06, -, fact-value",
                "STATUS, NORMAL, 0, 2026-11-26, -, fact-day",
                "STATUS, NORMAL, 0, 1949-09-30, -, fact-day",
                "STATUS, SUSPENDED, 0, 2026-05-06, 2026-05-05, fact-days",
                "STATUS, NORMAL, 1, 2026-05-06, -, fact-number",
                // The year is not over; the day lies in the year; founded in its second half; an end.
                "INSPECTION, 2026:QUALIFIED, 0, 2026-11-25, -, inspection-year",
                "INSPECTION, 2025:QUALIFIED, 0, 2025-12-31, -, inspection-day",
                "INSPECTION, 2019:QUALIFIED, 0, 2020-07-01, -, inspection-year",
                "INSPECTION, 2025:QUALIFIED, 0, 2026-07-01, 2027-07-01, inspection-end",
                "INSPECTION, 2025:FINE, 0, 2026-07-01, -, fact-value",
                // Nothing chosen yet, or half of it.
                "STATUS, '', 0, 2020-05-06, -, required",
                "INSPECTION, 2025:, 0, 2026-07-01, -, required",
                "INSPECTION, :QUALIFIED, 0, 2026-07-01, -, required",
                "GRADE, A4, 0, 2022-01-01, -, grade-end",
                "GRADE, A4, 0, 2022-01-01, 2027-01-01, grade-too-long",
                "GRADE, A6, 0, 2022-01-01, 2026-12-31, fact-value",
                "STAFF, NURSE, 0, 2025-01-01, -, range",
                "TAX, INCOME_EXEMPTION, 0, 2023-01-01, -, tax-end",
                "TAX, VAT, 0, 2023-01-01, 2027-12-31, fact-value",
                "TAX, DONATION_DEDUCTION, 3, 2025-01-01, 2027-12-31, fact-number",
                "HEADCOUNT, 25, 5, 2026-05-20, -, year",
                "HEADCOUNT, 2025, -1, 2026-05-20, -, range",
                "HEADCOUNT, 2025, 5, 2026-05-20, 2026-12-31, report-end",
                // The year is not over; the body did not exist; the day lies in the year.
                "INCOME, 2026, 1, 2026-11-20, -, report-year",
                "INCOME, 2019, 1, 2020-05-20, -, report-year",
                "INCOME, 2025, 1, 2025-12-31, -, report-day",
                "INCOME, 2025, -1, 2026-05-20, -, positive-or-zero",
                "NET_ASSETS, 2025, 1000000000001, 2026-05-20, -, fact-amount",
                "STAFF, WIZARD, 1, 2025-01-01, -, fact-value",
                "CATEGORY, A99, 0, 2025-01-01, -, fact-value",
                "PLACE, 999999, 0, 2025-01-01, -, fact-value",
                "BANK_ACCOUNT, 5101040012340, 0, 2025-01-01, -, bank-account",
                "FILING, ACTIVE, 0, 2025-01-01, -, fact-kind-elsewhere",
                "HEAD, 某人, 0, 2025-01-01, -, fact-kind-elsewhere"
            })
    void aRegistrarIsTold(FactKind kind, String value, long number, String from, String to, String code) {
        assertThat(wrong(fact(kind, value, number, from, to, FactOrigin.REGISTRAR), organization()))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS, NORMAL, fact-kind-registrars",
        "CREDIT_LIST, SERIOUS, fact-kind-registrars",
        "QUALIFICATION, -MEDICAL_LICENSE, fact-value"
    })
    void aBodyDoesNotDeclare(FactKind kind, String value, String code) {
        assertThat(wrong(fact(kind, value, 0, "2025-01-01", null, FactOrigin.SELF), organization()))
                .containsExactly(code);
    }

    @Test
    void aBodyShowsWhatItDeclares() {
        var shown = fact(FactKind.INSPECTION, "2025:QUALIFIED", 0, "2026-07-01", null, FactOrigin.SELF);
        assertThat(wrong(shown, organization())).isEmpty();
        assertThat(wrong(withoutEvidence(shown), organization())).containsExactly("evidence-needed");
        var place = fact(FactKind.PLACE, "510104", 0, "2026-07-01", null, FactOrigin.SELF);
        assertThat(wrong(withoutEvidence(place), organization())).isEmpty();
    }

    private static RecordedFact withoutEvidence(RecordedFact fact) {
        return new RecordedFact(
                fact.id(),
                fact.bodyId(),
                fact.kind(),
                fact.value(),
                fact.number(),
                fact.from(),
                fact.to(),
                fact.knownAt(),
                null,
                fact.source(),
                fact.origin(),
                null,
                fact.recordedBy(),
                fact.recordedByName(),
                null);
    }

    @Test
    void aGroupHasNoRegistrationAndNoAccount() {
        assertThat(wrong(fact(FactKind.STATUS, "NORMAL", "2025-01-01", null), group()))
                .containsExactly("fact-kind-elsewhere");
        assertThat(wrong(fact(FactKind.BANK_ACCOUNT, "示例银行 5101040012", "2025-01-01", null), group()))
                .containsExactly("fact-kind-elsewhere");
        assertThat(wrong(fact(FactKind.PLACE, "510104", "2025-01-01", null), group()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "51, true, true",
        "5101, true, true",
        "510104, true, true",
        "510107, false, false",
        "510104023, false, true",
        "510104023005, false, false",
        "510104024, false, false"
    })
    void countiesRegisterAndStreetsFile(String region, boolean keepsOrganization, boolean keepsGroup) {
        assertThat(keeps(organization(), region)).isEqualTo(keepsOrganization);
        assertThat(keeps(group(), region)).isEqualTo(keepsGroup);
    }

    private static boolean keeps(RegisteredBody body, String region) {
        try {
            body.keptBy(registrarOf(region));
            return true;
        } catch (ProblemException refusal) {
            return false;
        }
    }
}
