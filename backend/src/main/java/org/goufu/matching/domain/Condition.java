package org.goufu.matching.domain;

import java.time.LocalDate;
import org.goufu.search.Filter;

/**
 * One checkable condition on a bidder: defined once, read in two ways (product.md 4).
 *
 * <p>{@link #judge} is the authority. {@link #possible} and {@link #certain} say the same of a document of the capabilities index:
 * possible holds exactly when the verdict is not NOT_MET, certain exactly when it is MET. A test holds the readings equal.
 */
public sealed interface Condition permits LegalCondition, MemberCondition, RequiredCondition {

    ConditionKind kind();

    Verdict judge(Evidence evidence, Moment moment);

    /** Whether the verdict on one bidder at one moment does not depend on the lot. */
    default boolean sameForEveryLot() {
        return false;
    }

    Filter possible(LocalDate day);

    Filter certain(LocalDate day);
}
