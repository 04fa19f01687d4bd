package org.goufu.matching.domain;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;

/**
 * Evidence read at one moment, with what is the same for every lot worked out once: a body may be judged against thousands.
 *
 * <p>For one thread.
 */
final class Standing {
    private final Evidence evidence;
    private final Moment moment;
    private final List<CategoryCode> categories;
    private final List<RegionCode> regions;
    private final List<Fact> experience;
    private final int grade;
    private final long newestFactDays;
    private final Map<Condition, Verdict> verdicts = new HashMap<>();

    Standing(Evidence evidence, Moment moment) {
        this.evidence = evidence;
        this.moment = moment;
        this.categories = evidence.values(FactKind.CATEGORY, moment).stream()
                .map(CategoryCode::new)
                .toList();
        this.regions = Stream.concat(
                        evidence.bodies().map(body -> body.regionCode()),
                        facts(FactKind.PLACE).map(Fact::value))
                .distinct()
                .map(RegionCode::new)
                .toList();
        this.experience = facts(FactKind.EXPERIENCE).toList();
        this.grade = facts(FactKind.GRADE)
                .mapToInt(fact -> Character.digit(fact.value().charAt(1), 10))
                .max()
                .orElse(0);
        this.newestFactDays = evidence.able().facts().stream()
                .filter(fact -> fact.knownAt(moment.known()))
                .map(fact -> fact.knownAt())
                .max(Comparator.naturalOrder())
                .map(newest -> ChronoUnit.DAYS.between(newest, moment.known()))
                .orElse(Long.MAX_VALUE);
    }

    /** Of the signer and the member, as they held and were known then. */
    private Stream<Fact> facts(FactKind kind) {
        return evidence.bodies().flatMap(body -> body.facts(kind, moment.day(), moment.known()));
    }

    Evidence evidence() {
        return evidence;
    }

    /** Declared by whoever is able. */
    List<CategoryCode> categories() {
        return categories;
    }

    /** Where the signer and the member are at home or serve. */
    List<RegionCode> regions() {
        return regions;
    }

    /** Past contracts in a category that touches the lot's. */
    long contracts(CategoryCode category) {
        return experience.stream()
                .filter(fact -> new CategoryCode(fact.value()).touches(category))
                .mapToLong(Fact::number)
                .sum();
    }

    /** 1 to 5, 0 without a valid one. */
    int grade() {
        return grade;
    }

    long newestFactDays() {
        return newestFactDays;
    }

    Verdict verdict(Condition condition) {
        return condition.sameForEveryLot()
                ? verdicts.computeIfAbsent(condition, same -> same.judge(evidence, moment))
                : condition.judge(evidence, moment);
    }
}
