package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.evaluation.usecase.OpenSteps.Step;
import org.goufu.kernel.Actor;
import org.goufu.purchase.PublishedNotice;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.purchase.Work;
import org.goufu.purchase.WorkSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds what waits for departments, panels and bidders; of a purchase that came to something else nothing does. */
@Component
class WaitingEvaluations implements WorkSource {
    private final OpenSteps steps;
    private final PurchaseDirectory purchases;

    WaitingEvaluations(OpenSteps steps, PurchaseDirectory purchases) {
        this.steps = steps;
        this.purchases = purchases;
    }

    @Override
    public Flux<Work> of(Actor actor) {
        return steps.of(actor, MOST).collectList().flatMapMany(this::running);
    }

    private Flux<Work> running(List<Step> found) {
        Set<UUID> notices = found.stream().map(Step::notice).collect(Collectors.toSet());
        if (notices.isEmpty()) return Flux.empty();
        return purchases
                .notices(notices)
                .filter(notice -> notice.outcome() == null)
                .map(PublishedNotice::id)
                .collect(Collectors.toSet())
                .flatMapIterable(running -> found.stream()
                        .filter(step -> running.contains(step.notice()))
                        .map(Step::work)
                        .toList());
    }
}
