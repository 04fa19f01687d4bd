package org.goufu.evaluation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.account.People;
import org.goufu.evaluation.domain.Concerned;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Of whom experts are drawn: those who know the service, come to the place, can sign in, are not the purchaser's own, and have no
 * relation to a bidder.
 */
@Component
class Candidates {
    private final Pool pool;
    private final People people;
    private final OrganizationDirectory organizations;
    private final BusinessClock clock;

    Candidates(Pool pool, People people, OrganizationDirectory organizations, BusinessClock clock) {
        this.pool = pool;
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Of whom a panel can be made.
     *
     * @param experts in order of their ids
     * @param named whom the purchaser may name, those with a relation to a bidder among them
     */
    record Choice(List<PoolMember> experts, List<PoolMember> named, Concerned concerned) {}

    Mono<Choice> of(Evaluation evaluation, LocalDate today) {
        return concerned(evaluation, today)
                .flatMap(concerned -> Mono.zip(
                        experts(),
                        representatives(evaluation),
                        (experts, named) -> new Choice(
                                experts.stream()
                                        .filter(one -> fits(one, evaluation, concerned, today))
                                        .toList(),
                                named,
                                concerned)));
    }

    /** With whom nobody who evaluates may have anything to do, by what the registry knows now. */
    Mono<Concerned> concerned(Evaluation evaluation, LocalDate today) {
        return organizations
                .findAll(Concerned.bodies(evaluation))
                .collectList()
                .zipWith(clock.now(), (profiles, now) -> Concerned.of(evaluation, profiles, today, now));
    }

    /** All experts who can be drawn for anything. */
    Mono<List<PoolMember>> experts() {
        return signingIn(pool.experts());
    }

    private Mono<List<PoolMember>> representatives(Evaluation evaluation) {
        return signingIn(pool.representatives(evaluation.terms().department()));
    }

    /** Nobody can sit on a panel who has not opened the account. */
    private Mono<List<PoolMember>> signingIn(Flux<PoolMember> members) {
        return members.collectList()
                .flatMap(all -> people.opened(
                                all.stream().map(PoolMember::account).toList())
                        .collect(Collectors.toSet())
                        .map(opened -> all.stream()
                                .filter(one -> opened.contains(one.account()))
                                .toList()));
    }

    private static boolean fits(PoolMember one, Evaluation evaluation, Concerned concerned, LocalDate today) {
        var terms = evaluation.terms();
        return one.knows(terms.category())
                && one.comesTo(new RegionCode(terms.regionCode()))
                && !one.isOf(terms.department())
                && !one.worksFor(Stream.of(terms.departmentName()))
                && !concerned.excludes(one, today)
                && !evaluation.neverAgain().contains(one.account());
    }
}
