package org.goufu.demo.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoScale;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Mono;

class LoadDemoTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Kept kept = new Kept();
    private final List<String> loaded = new ArrayList<>();

    /** Keeps the plan and the steps in memory. */
    private static final class Kept implements DemoPlans {
        private final Set<String> done = new HashSet<>();
        private LocalDate today = TODAY;
        private DemoPlan plan;

        @Override
        public Mono<DemoPlan> keptOr(DemoScale scale, long seed) {
            return Mono.fromSupplier(() -> plan = plan == null ? new DemoPlan(scale, seed, today) : plan);
        }

        @Override
        public Mono<Set<String>> done() {
            return Mono.fromSupplier(() -> Set.copyOf(done));
        }

        @Override
        public Mono<Void> markDone(String step) {
            return Mono.fromRunnable(() -> done.add(step));
        }
    }

    private final class Step implements DemoStep {
        private final int order;
        private final String name;
        private final List<RuntimeException> failures;

        Step(int order, String name, RuntimeException... failures) {
            this.order = order;
            this.name = name;
            this.failures = new ArrayList<>(List.of(failures));
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Mono<Void> load(DemoPlan plan, Progress progress) {
            return Mono.fromRunnable(() -> {
                if (!failures.isEmpty()) throw failures.removeFirst();
                loaded.add(name + " " + plan.firstDay());
            });
        }
    }

    private void start(DemoStep... steps) {
        var beans = new StaticListableBeanFactory();
        for (var step : steps) {
            beans.addBean(step.name(), step);
        }
        new LoadDemo(kept, beans.getBeanProvider(DemoStep.class), new DemoProperties(true, DemoScale.TINY, 1))
                .run(new DefaultApplicationArguments());
    }

    @Test
    void loadsTheStepsInTheirOrderAndOnce() {
        var steps = new DemoStep[] {new Step(200, "accounts"), new Step(100, "registry")};
        start(steps);
        start(steps);
        assertThat(loaded).containsExactly("registry 2026-11-20", "accounts 2026-11-20");
    }

    @Test
    void goesOnAfterADeathWithTheFirstPlan() {
        var registry = new Step(100, "registry");
        var accounts = new Step(200, "accounts", new IllegalStateException("killed"));
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> start(registry, accounts));
        assertThat(kept.done).containsExactly("registry");
        kept.today = TODAY.plusDays(3);
        start(registry, accounts);
        assertThat(loaded).containsExactly("registry 2026-11-20", "accounts 2026-11-20");
    }

    @Test
    void triesAgainWhenTheDatabaseGivesNoConnection() {
        start(new Step(100, "registry", new DataAccessResourceFailureException("no connection in time")));
        assertThat(loaded).containsExactly("registry 2026-11-20");
    }
}
