package org.goufu.matching.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.PoolEstimate;
import org.goufu.matching.domain.RequiredCondition;
import org.goufu.matching.domain.Rules;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Requirement;
import org.goufu.purchase.RequirementKind;
import org.goufu.reference.ServiceCategories;
import org.goufu.search.Capabilities;
import org.goufu.search.Filter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells an officer, before publication, about how many could take part and what each requirement costs; never names. */
@Component
public class EstimatePool {
    private final Capabilities capabilities;
    private final ServiceCategories categories;
    private final BusinessClock clock;

    public EstimatePool(Capabilities capabilities, ServiceCategories categories, BusinessClock clock) {
        this.capabilities = capabilities;
        this.categories = categories;
        this.clock = clock;
    }

    /** Fails with {@code matching/category-unknown}, and with {@code search/unavailable} while there is no index. */
    public Mono<PoolEstimate> of(
            String categoryCode, long budgetFen, List<String> regionCodes, List<Requirement> requirements) {
        if (categories.find(categoryCode).isEmpty()) {
            return Mono.error(() -> MatchingProblem.CATEGORY_UNKNOWN.raise(categoryCode));
        }
        var lot = new LotTerms(
                new UUID(0, 0),
                new CategoryCode(categoryCode),
                budgetFen,
                regionCodes.stream().map(RegionCode::new).toList(),
                requirements);
        return clock.today()
                .flatMap(
                        day -> capabilities.pools(Rules.withoutRequirements(lot).candidates(day), narrowings(lot, day)))
                .map(PoolEstimate::of);
    }

    /** First all requirements together as far as they exclude; then each alone as far as it is surely met. */
    private static List<Filter> narrowings(LotTerms lot, LocalDate day) {
        var conditions = lot.requirements().stream().map(RequiredCondition::of).toList();
        var narrowings = new ArrayList<Filter>();
        narrowings.add(Filter.all(
                conditions.stream().map(condition -> condition.possible(day)).toList()));
        conditions.forEach(condition -> narrowings.add(cost(condition, day)));
        return narrowings;
    }

    /** Free words cost nothing that could be counted. */
    private static Filter cost(RequiredCondition condition, LocalDate day) {
        return condition.requirement().kind() == RequirementKind.TEXT ? Filter.all() : condition.certain(day);
    }
}
