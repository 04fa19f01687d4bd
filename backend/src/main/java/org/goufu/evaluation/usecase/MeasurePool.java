package org.goufu.evaluation.usecase;

import java.util.Comparator;
import java.util.List;
import org.goufu.evaluation.domain.PanelRules;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.Coded;
import org.goufu.kernel.RegionCode;
import org.goufu.reference.ServiceCategories;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says for which services the pool is too small to make a panel of. */
@Component
public class MeasurePool {
    /** Services of this level are told apart: fine enough to call somebody, coarse enough to read. */
    private static final int LEVEL = 2;

    private final Candidates candidates;
    private final ServiceCategories categories;

    MeasurePool(Candidates candidates, ServiceCategories categories) {
        this.candidates = candidates;
        this.categories = categories;
    }

    /**
     * A service and those who could be drawn for it.
     *
     * @param largestPanel the seats of the largest panel that they fill, before anybody is left out for a relation; 0 for none
     */
    public record Cover(Coded category, int experts, int largestPanel) {}

    /** @param experts who can be drawn there at all */
    public record Coverage(int experts, List<Cover> items) {}

    /** For purchases in the place; the fewest first. */
    public Mono<Coverage> in(RegionCode region) {
        return candidates
                .experts()
                .map(ready -> coverage(
                        ready.stream().filter(one -> one.comesTo(region)).toList()));
    }

    private Coverage coverage(List<PoolMember> experts) {
        return new Coverage(
                experts.size(),
                categories.level(LEVEL).stream()
                        .map(category -> cover(new Coded(category.code(), category.name()), experts))
                        .sorted(Comparator.comparingInt(Cover::experts))
                        .toList());
    }

    private static Cover cover(Coded category, List<PoolMember> experts) {
        int knowing =
                (int) experts.stream().filter(one -> one.knows(category.code())).count();
        return new Cover(category, knowing, largestPanel(knowing));
    }

    static int largestPanel(int experts) {
        return PanelRules.SIZES.stream().filter(seats -> seats <= experts).reduce(0, Math::max);
    }
}
