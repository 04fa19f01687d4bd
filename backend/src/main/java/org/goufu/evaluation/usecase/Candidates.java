package org.goufu.evaluation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.account.People;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.RegionCode;
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

    Candidates(Pool pool, People people) {
        this.pool = pool;
        this.people = people;
    }

    /** In order of their ids. */
    Mono<List<PoolMember>> of(Evaluation evaluation, LocalDate today) {
        return experts()
                .map(experts -> experts.stream()
                        .filter(one -> fits(one, evaluation, today))
                        .toList());
    }

    /** All experts who can be drawn for anything. */
    Mono<List<PoolMember>> experts() {
        return signingIn(pool.experts());
    }

    /** Whom the purchaser may name. */
    Mono<List<PoolMember>> representatives(Evaluation evaluation) {
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

    private static boolean fits(PoolMember one, Evaluation evaluation, LocalDate today) {
        var terms = evaluation.terms();
        var concerned = Stream.concat(
                Stream.of(terms.departmentName()), evaluation.bids().stream().map(Bid::name));
        return one.knows(terms.category())
                && one.comesTo(new RegionCode(terms.regionCode()))
                && !one.isOf(terms.department())
                && !one.worksFor(concerned)
                && one.related(FormPanel.bodies(evaluation), today).isEmpty()
                && !evaluation.neverAgain().contains(one.account());
    }
}
