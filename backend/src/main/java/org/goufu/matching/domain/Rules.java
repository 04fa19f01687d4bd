package org.goufu.matching.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;

/**
 * Everything that decides whether a bidder may and does fit one lot, in both readings.
 *
 * @param signing judged on the one who would sign
 * @param naming judged besides on the member route
 */
public record Rules(LotTerms lot, List<Condition> signing, List<Condition> naming) {
    private static final String DIRECT = "DIRECT";
    private static final String MEMBER = "MEMBER";

    public static Rules of(LotTerms lot) {
        var required = lot.requirements().stream().map(RequiredCondition::of);
        return new Rules(
                lot,
                Stream.<Condition>concat(LegalCondition.ALL.stream(), required).toList(),
                List.of(
                        new FilingCondition(),
                        new MembershipCondition(),
                        new MandateCondition(lot.category(), lot.budgetFen())));
    }

    public Judgement judge(Evidence evidence, Moment moment) {
        return judge(new Standing(evidence, moment));
    }

    Judgement judge(Standing standing) {
        var evidence = standing.evidence();
        var conditions =
                evidence.member() == null ? signing.stream() : Stream.concat(signing.stream(), naming.stream());
        return new Judgement(evidence, conditions.map(standing::verdict).toList());
    }

    public boolean fits(Evidence evidence, Moment moment) {
        return fits(new Standing(evidence, moment));
    }

    /** Whether a category that the able body declares is the lot's, its ancestor or its descendant. */
    boolean fits(Standing standing) {
        return standing.categories().stream().anyMatch(lot.category()::touches);
    }

    /** Documents of the capabilities index that fit and are not certainly ineligible, directly or through a federation. */
    public Filter candidates(LocalDate day) {
        return Filter.all(
                fitting(),
                Filter.all(signing.stream()
                        .map(condition -> condition.possible(day))
                        .toList()),
                Filter.any(direct(), member(day)));
    }

    /** As {@link #candidates}, but only with the conditions that every lot has. */
    public static Rules withoutRequirements(LotTerms lot) {
        return of(new LotTerms(lot.lotId(), lot.category(), lot.budgetFen(), lot.places(), List.of()));
    }

    public Filter fitting() {
        return Filter.any(
                Filter.terms(CapabilityField.CATEGORY, lot.category().path()),
                Filter.term(CapabilityField.CATEGORY_PATH, lot.category().value()));
    }

    private static Filter direct() {
        return Filter.term(CapabilityField.ROUTE, DIRECT);
    }

    private Filter member(LocalDate day) {
        return Filter.all(
                Filter.term(CapabilityField.ROUTE, MEMBER),
                Filter.all(naming.stream()
                        .map(condition -> condition.possible(day))
                        .toList()));
    }
}
