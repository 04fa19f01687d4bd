package org.goufu.matching.domain;

import java.util.List;
import org.goufu.kernel.Named;
import org.goufu.matching.domain.Verdict.Outcome;
import org.goufu.organization.BodyProfile;

/**
 * Whether bodies may form a consortium (联合体): every member must itself meet 政府采购法 第22条 (第24条, 条例 第22条), so a filed group, which is
 * no legal person (民法典 第103条), never can.
 */
public final class ConsortiumRules {
    private ConsortiumRules() {}

    /** One member with the conditions that the law asks of it. */
    public record Member(Named body, boolean admissible, List<Verdict> verdicts) {
        public Member {
            verdicts = List.copyOf(verdicts);
        }
    }

    public static Member judge(BodyProfile body, Moment moment) {
        var itself = Evidence.direct(body);
        // Who is no legal person need not be asked for the rest.
        var conditions = body.kind().isLegalPerson() ? LegalCondition.ALL : List.of(LegalCondition.LEGAL_PERSON);
        var verdicts = conditions.stream()
                .map(condition -> condition.judge(itself, moment))
                .toList();
        return new Member(
                new Named(body.id(), body.name()),
                verdicts.stream().noneMatch(verdict -> verdict.is(Outcome.NOT_MET)),
                verdicts);
    }
}
