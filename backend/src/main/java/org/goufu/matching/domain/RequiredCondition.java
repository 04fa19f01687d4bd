package org.goufu.matching.domain;

import org.goufu.matching.Phrase;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;

/** What a department asked of the bidders of one lot (政府采购法 第22条第二款). */
public sealed interface RequiredCondition extends Condition
        permits QualificationCondition, InspectionCondition, StaffCondition, TextCondition {

    Requirement requirement();

    static RequiredCondition of(Requirement requirement) {
        return switch (requirement.kind()) {
            case SPECIAL_QUALIFICATION -> new QualificationCondition(requirement);
            case ANNUAL_INSPECTION -> new InspectionCondition(requirement);
            case PROFESSIONAL_STAFF -> new StaffCondition(requirement);
            case TEXT -> new TextCondition(requirement);
        };
    }

    @Override
    default ConditionKind kind() {
        return ConditionKind.of(requirement().kind());
    }

    default Verdict answer(Verdict.Outcome outcome, Finding finding, @Nullable Remedy remedy) {
        var rule = Phrase.of("rule." + kind().key());
        return new Verdict(kind(), requirement(), outcome, finding, rule, remedy);
    }
}
