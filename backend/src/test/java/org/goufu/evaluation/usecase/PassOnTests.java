package org.goufu.evaluation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.LOT;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.OFFICER;
import static org.goufu.evaluation.domain.EvaluationFixtures.begun;
import static org.goufu.evaluation.domain.EvaluationFixtures.declared;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.reviewed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.bidding.BidMarks;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBid.Outcome;
import org.goufu.bidding.OpenedBid.Price;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.evaluation.EvaluationAdvanced;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationFixtures;
import org.goufu.evaluation.domain.Opinion;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.ledger.Act;
import org.goufu.ledger.SignedHeads;
import org.goufu.matching.Quiet;
import org.goufu.organization.BodyKind;
import org.goufu.purchase.Award;
import org.goufu.purchase.Outcomes;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.TerminationReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What nobody has to do is done, also when everything ends with the act that led to it. */
class PassOnTests {
    private static final List<Sheet> SHEETS = EvaluationFixtures.all(5_000, 2_000, 4_000, 1_500, 3_000, 1_000);

    private final Quiet.Told told = new Quiet.Told();
    private final Quiet.Clock clock = new Quiet.Clock();
    private final Kept kept = new Kept();
    private final Prices prices = new Prices();
    private final Heads heads = new Heads();
    private final PassOn passOn = passOn();
    private final HearAdvanced hear = new HearAdvanced(passOn);

    /** The only one there is. */
    private static final class Kept implements Evaluations {
        private Evaluation evaluation = begun(ProcurementMethod.BT_COMPARE, 3);

        @Override
        public Mono<Void> begin(Evaluation begun) {
            return Mono.fromRunnable(() -> evaluation = begun);
        }

        @Override
        public Mono<Evaluation> find(UUID lot) {
            return Mono.fromSupplier(() -> evaluation);
        }

        @Override
        public Mono<Evaluation> get(UUID lot) {
            return find(lot);
        }

        @Override
        public Mono<Evaluation> hold(UUID lot) {
            return get(lot);
        }

        @Override
        public Mono<Evaluation> save(Evaluation next) {
            return Mono.fromSupplier(() -> {
                var before = evaluation;
                evaluation = next;
                return before;
            });
        }
    }

    /** Three bids whose prices are open; the last one's members had not agreed to its division. */
    private static final class Prices implements OpenedBids {
        private boolean reachable = true;
        private boolean lastIsInvalid;

        @Override
        public Mono<OpenedLot> of(UUID lot) {
            if (!reachable) return Mono.error(new IllegalStateException("the database is gone"));
            var bids = IntStream.range(0, 3).mapToObj(this::bid).toList();
            return Mono.just(new OpenedLot(lot, id(5), id(6), OpenedLot.Stage.ALL, NOW, bids));
        }

        private OpenedBid bid(int place) {
            boolean invalid = lastIsInvalid && place == 2;
            return new OpenedBid(
                    id(100 + place),
                    new Named(id(200 + place), "示例组织" + place),
                    BodyKind.FEDERATION,
                    NOW,
                    invalid ? Outcome.INVALID : Outcome.OPENED,
                    invalid ? "ALLOCATION_WRONG" : null,
                    new Price(9_000L - place, List.of(), ""),
                    null,
                    List.of(),
                    List.of());
        }

        @Override
        public Mono<OpenedLot> of(UUID lot, UUID envelope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<BidMarks> marks(UUID lot) {
            return Flux.empty();
        }

        @Override
        public Flux<byte[]> content(UUID envelope, String segment) {
            return Flux.empty();
        }
    }

    private static final class Heads implements SignedHeads {
        private boolean signing = true;

        @Override
        public Mono<SignedHead> after(Act.Kind kind, UUID subject) {
            return signing
                    ? Mono.just(new SignedHead(9, "11".repeat(32), ""))
                    : Mono.error(new IllegalStateException("nothing is signed now"));
        }

        @Override
        public Mono<SignedHead> at(long size) {
            return Mono.empty();
        }
    }

    private record Signed(List<Sheet> sheets) implements Sheets {
        @Override
        public Mono<Sheet> of(UUID lot, UUID account, int seat) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<Sheet> all(UUID lot) {
            return Flux.fromIterable(sheets);
        }

        @Override
        public Mono<Sheet> save(Sheet sheet) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<SignedSheet> sign(Sheet sheet) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<UUID> signed(UUID lot) {
            return Flux.empty();
        }
    }

    private static final class Nothing implements Outcomes {
        @Override
        public Mono<UUID> award(Actor by, Award award, @Nullable OfficialPublication official) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Void> prepareTermination(UUID lot, TerminationReason reason, String explanation) {
            return Mono.empty();
        }

        @Override
        public Mono<Boolean> isDecided(UUID lot) {
            return Mono.just(false);
        }
    }

    private Settle settle() {
        return new Settle(kept, lot -> Mono.empty(), new Nothing(), told);
    }

    private PassOn passOn() {
        var follow = new FollowPrices(prices, kept, settle(), Quiet.transactions(), clock);
        return new PassOn(kept, settle(), new Signed(SHEETS), follow, heads, Quiet.transactions());
    }

    private CheckBids check() {
        return new CheckBids(kept, new Signed(List.of()), settle(), passOn, clock, Quiet.transactions());
    }

    private JudgePrices judge() {
        return new JudgePrices(kept, settle(), passOn, clock, Quiet.transactions());
    }

    private List<EvaluationAdvanced> news() {
        return told.events.stream()
                .filter(EvaluationAdvanced.class::isInstance)
                .map(EvaluationAdvanced.class::cast)
                .toList();
    }

    private void lastReview() {
        var next = declared(drawn(begun(ProcurementMethod.NEGOTIATION, 3)));
        for (int i = 300; i < 302; i++) next = next.reviewed(id(i), EvaluationFixtures.ballots(next, true), NOW);
        kept.evaluation = next;
        var last = new Actor(id(302), "last", "最后一位", OFFICER.roles(), null, null, null);
        StepVerifier.create(check().review(last, LOT, EvaluationFixtures.ballots(next, true)))
                .verifyComplete();
    }

    private void lastOpinion() {
        var open = Map.of(id(100), 9_000L, id(101), 8_999L, id(102), 8_998L);
        var next = reviewed(declared(drawn(begun(ProcurementMethod.BT_COMPARE, 3))))
                .scored()
                .priced(open, Map.of(), NOW);
        for (int i = 300; i < 302; i++) next = next.judged(new Opinion(id(i), List.of()), NOW);
        kept.evaluation = next;
        StepVerifier.create(judge().judge(LOT, new Opinion(id(302), List.of()))).verifyComplete();
    }

    @Test
    void pricesAreTakenOverLaterWhenTheyCouldNotBeAtOnce() {
        prices.reachable = false;
        lastReview();
        assertThat(kept.evaluation.phase()).isEqualTo(Phase.AWAITING_PRICES);
        StepVerifier.create(hear.handle(news())).verifyErrorMessage("the database is gone");
        prices.reachable = true;
        StepVerifier.create(hear.handle(news())).verifyComplete();
        assertThat(kept.evaluation.phase()).isEqualTo(Phase.PRICING);
    }

    @Test
    void bidsAreRankedLaterWhenNoHeadWasSigned() {
        heads.signing = false;
        lastOpinion();
        assertThat(kept.evaluation.phase()).isEqualTo(Phase.PRICING);
        assertThat(news()).containsExactly(new EvaluationAdvanced(LOT));
        heads.signing = true;
        StepVerifier.create(hear.handle(news())).verifyComplete();
        assertThat(kept.evaluation.phase()).isEqualTo(Phase.RANKED);
        var ranked = kept.evaluation;
        StepVerifier.create(hear.handle(news())).verifyComplete();
        assertThat(kept.evaluation).as("once or again").isEqualTo(ranked);
    }

    @Test
    void whatFollowsAtOnceIsNotWaitedFor() {
        lastOpinion();
        assertThat(kept.evaluation.phase()).isEqualTo(Phase.RANKED);
    }

    /** The members of a bid are held against its price only when that is opened. */
    @Test
    void aBidThatFellWithItsPriceIsLeftOut() {
        prices.lastIsInvalid = true;
        lastReview();
        assertThat(Objects.requireNonNull(kept.evaluation.bid(id(102)).exclusion()))
                .isEqualTo(new Bid.Exclusion(Bid.Stage.OPENING, "ALLOCATION_WRONG"));
        assertThat(kept.evaluation.phase()).isEqualTo(Phase.FAILED);
    }
}
