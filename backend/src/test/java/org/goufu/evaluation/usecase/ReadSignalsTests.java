package org.goufu.evaluation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.DEPARTMENT;
import static org.goufu.evaluation.domain.EvaluationFixtures.LOT;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.OFFICER;
import static org.goufu.evaluation.domain.EvaluationFixtures.begun;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.SetAside;
import org.goufu.evaluation.domain.signal.Comparison;
import org.goufu.evaluation.domain.signal.Signal;
import org.goufu.evaluation.domain.signal.Signal.Kind;
import org.goufu.evaluation.usecase.Comparisons.Kept;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.matching.Conflict;
import org.goufu.matching.Conflicts;
import org.goufu.matching.Phrase;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Who sees signals, and from when those of prices. */
class ReadSignalsTests {
    private static final List<UUID> PAIR = List.of(id(100), id(101));
    private static final Signal PHONE = new Signal(Kind.SAME_PHONE, PAIR, List.of("13800001234"), null);
    private static final Signal STEPS = new Signal(Kind.PRICES_IN_STEPS, PAIR, List.of("3", "500", "…"), null);
    private static final Conflict SIBLINGS = new Conflict(
            Conflict.Rule.C02,
            Conflict.Severity.WARN,
            List.of(id(200), id(201)),
            Phrase.of("fact"),
            Phrase.of("article"),
            Phrase.of("remedy"));

    private final Evaluation declaring = drawn(begun(ProcurementMethod.BT_COMPARE, 3));
    private @Nullable Kept kept = new Kept(new Comparison(3, true, List.of(PHONE, STEPS), 7), NOW);

    /** Siblings are found as soon as two bid. */
    private static final class Siblings implements Conflicts {
        @Override
        public Mono<List<Conflict>> of(
                UUID lotId, List<Intention> intentions, Collection<Declaration> declarations, Instant moment) {
            assertThat(intentions).extracting(Intention::bidderId).containsExactly(id(200), id(201), id(202));
            assertThat(moment).isEqualTo(NOW);
            return Mono.just(List.of(SIBLINGS));
        }
    }

    private Mono<ReadSignals.Shown> read(Actor actor, Evaluation evaluation) {
        var comparisons = new Comparisons() {
            @Override
            public Mono<Void> keep(UUID lot, Comparison comparison) {
                return Mono.empty();
            }

            @Override
            public Mono<Kept> find(UUID lot) {
                return Mono.justOrEmpty(kept);
            }
        };
        return new ReadSignals(
                        new OneEvaluation(evaluation),
                        comparisons,
                        new Siblings(),
                        new PaperReaders(new OneDepartment()))
                .by(actor, LOT);
    }

    private static Actor actor(int number, Role role, @Nullable UUID department, @Nullable UUID body) {
        return new Actor(id(number), "account" + number, "某人", Set.of(role), department, body, null);
    }

    private static Actor supervisor(String region) {
        return new Actor(id(9), "account9", "某人", Set.of(Role.SUPERVISOR), null, null, new RegionCode(region));
    }

    private void refused(Actor actor, Evaluation evaluation) {
        StepVerifier.create(read(actor, evaluation)).verifyErrorMessage("evaluation/not-found");
    }

    private void shown(Actor actor, Evaluation evaluation) {
        StepVerifier.create(read(actor, evaluation))
                .assertNext(shown -> assertThat(shown.signals()).containsExactly(PHONE))
                .verifyComplete();
    }

    @Test
    void whoJudgesOrganizesOrSupervisesSeesThem() {
        shown(OFFICER, declaring);
        shown(actor(9, Role.DEPARTMENT_APPROVER, DEPARTMENT, null), declaring);
        for (var region : List.of("51", "5101", "510114")) shown(supervisor(region), declaring);
        shown(actor(300, Role.EVALUATOR, null, null), declaring.declared(id(300), NOW));
    }

    @Test
    void nobodyElseDoes() {
        refused(actor(9, Role.DEPARTMENT_OFFICER, id(77), null), declaring);
        refused(actor(300, Role.EVALUATOR, null, null), declaring);
        refused(actor(9, Role.SUPERVISOR, null, null), declaring);
        for (var region : List.of("510115", "5107", "510114009")) refused(supervisor(region), declaring);
        refused(actor(305, Role.EVALUATOR, null, null), declaring.declared(id(300), NOW));
        refused(actor(9, Role.ORGANIZATION_AGENT, null, id(200)), declaring);
        refused(actor(300, Role.EVALUATOR, null, null), begun(ProcurementMethod.BT_COMPARE, 3));
    }

    /** Quality is judged first: a signal of prices would tell them. */
    @ParameterizedTest
    @EnumSource
    void signalsOfPricesWaitForThePrices(Phase phase) {
        boolean due = Set.of(Phase.PRICING, Phase.RANKED, Phase.PROPOSED, Phase.AWARDED, Phase.FAILED)
                .contains(phase);
        StepVerifier.create(read(OFFICER, at(phase)))
                .assertNext(shown -> {
                    assertThat(shown.signals().contains(STEPS)).isEqualTo(due);
                    assertThat(shown.priced()).isEqualTo(due);
                })
                .verifyComplete();
    }

    private Evaluation at(Phase phase) {
        return new Evaluation(
                declaring.terms(),
                phase,
                declaring.bids(),
                declaring.panel(),
                declaring.neverAgain(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                new SetAside(List.of(), List.of(), List.of()));
    }

    @Test
    void whatTheRegistryKnowsStandsBeside() {
        StepVerifier.create(read(OFFICER, declaring))
                .assertNext(shown -> {
                    assertThat(shown.conflicts()).containsExactly(SIBLINGS);
                    assertThat(shown.names()).containsEntry(id(100), "示例组织0").containsEntry(id(201), "示例组织1");
                    assertThat(shown.bids()).isEqualTo(3);
                    assertThat(shown.omitted()).isEqualTo(7);
                })
                .verifyComplete();
    }

    @Test
    void beforeTheComparisonNothingIsSaid() {
        kept = null;
        StepVerifier.create(read(OFFICER, declaring))
                .assertNext(shown -> {
                    assertThat(shown.foundAt()).isNull();
                    assertThat(shown.signals()).isEmpty();
                    assertThat(shown.conflicts()).isEmpty();
                })
                .verifyComplete();
    }
}
