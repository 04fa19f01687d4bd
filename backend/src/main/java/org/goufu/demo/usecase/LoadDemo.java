package org.goufu.demo.usecase;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Loads what is missing of the demo province.
 *
 * <p>As a runner it ends before Spring says that the platform is ready. A step counts once it is marked; what a killed start left
 * half-way is loaded anew.
 */
@Component
@ConditionalOnBooleanProperty("goufu.demo.enabled")
class LoadDemo implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(LoadDemo.class);

    /** A cold pool on a busy machine may not give a connection in time; steps can be repeated, so the load goes on where it was. */
    private static final Retry AGAIN = Retry.backoff(8, Duration.ofMillis(500))
            .maxBackoff(Duration.ofSeconds(5))
            .filter(failure -> failure instanceof DataAccessResourceFailureException
                    || failure instanceof CannotCreateTransactionException);

    private final DemoPlans plans;
    private final List<DemoStep> steps;
    private final DemoProperties properties;

    LoadDemo(DemoPlans plans, ObjectProvider<DemoStep> steps, DemoProperties properties) {
        this.plans = plans;
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(DemoStep::order)).toList();
        this.properties = properties;
    }

    /** Waits on the main thread: there is nothing to serve before the province stands. */
    @Override
    public void run(ApplicationArguments arguments) {
        load().toFuture().join();
    }

    private Mono<Void> load() {
        return Mono.zip(plans.keptOr(properties.scale(), properties.seed()), plans.done())
                .flatMapMany(both -> missing(both.getT1(), both.getT2()))
                .then()
                .retryWhen(AGAIN);
    }

    private Flux<Void> missing(DemoPlan plan, Set<String> done) {
        if (plan.scale() != properties.scale() || plan.seed() != properties.seed()) {
            LOG.warn(
                    "The demo province on disk has the scale {} and the seed {}: it stays. Delete the data directory to load another.",
                    plan.scale(),
                    plan.seed());
        }
        return Flux.fromIterable(steps)
                .filter(step -> !done.contains(step.name()))
                .concatMap(step -> load(step, plan));
    }

    private Mono<Void> load(DemoStep step, DemoPlan plan) {
        return Mono.defer(() -> {
            var progress = new PrintedProgress(step.name());
            return step.load(plan, progress)
                    .then(plans.markDone(step.name()))
                    .doOnSuccess(done -> LOG.info("Demo: {} loaded in {}", step.name(), seconds(progress.elapsed())));
        });
    }

    private static String seconds(Duration elapsed) {
        return "%.1f s".formatted(elapsed.toMillis() / 1_000.0);
    }
}
