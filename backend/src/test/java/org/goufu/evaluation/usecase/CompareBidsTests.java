package org.goufu.evaluation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.LOT;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.bidding.BidMarks;
import org.goufu.bidding.BidsOpened;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBid.Answer;
import org.goufu.bidding.OpenedBid.Outcome;
import org.goufu.bidding.OpenedBid.Technical;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.evaluation.domain.signal.Comparison;
import org.goufu.evaluation.domain.signal.Signal;
import org.goufu.evaluation.domain.signal.Signal.Kind;
import org.goufu.kernel.Named;
import org.goufu.matching.InMemoryLots;
import org.goufu.matching.InMemoryRegistry;
import org.goufu.matching.Quiet;
import org.goufu.organization.BodyKind;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What bidders quote from the call, or from what was made of it, they share lawfully. */
class CompareBidsTests {
    private static final UUID CALL = id(7);
    private static final String FIRST = """
            为辖区六十岁以上独居、空巢老人提供每个工作日的午餐，由持证厨师在社区食堂现做现送，十一时三十分前送到，按月回访满意度，\
            并公布菜谱和食材来源。服务人员须有健康证明，发现老人身体异常的，应当立即联系家属和社区网格员并登记备查。
            """;
    private static final String CORRECTED = """
            夏季高温期间改为上午十一时开餐，餐食全程冷链保温，送餐箱每日消毒两次并留样四十八小时，遇红色预警天气由两人结伴配送，\
            不得让老人自行下楼取餐。中标后七日内提交应急预案，街道每季度组织一次现场演练和测评。
            """;

    private final List<Comparison> kept = new ArrayList<>();

    /** Two bids that say the same. */
    private record Same(String text) implements OpenedBids {
        @Override
        public Mono<OpenedLot> of(UUID lot) {
            var bids = IntStream.of(100, 101).mapToObj(this::bid).toList();
            return Mono.just(new OpenedLot(lot, id(6), CALL, Stage.ALL, NOW, bids));
        }

        private OpenedBid bid(int number) {
            return new OpenedBid(
                    id(number),
                    new Named(id(number + 100), "示例组织" + number),
                    BodyKind.LEGAL_PERSON,
                    NOW,
                    Outcome.OPENED,
                    null,
                    null,
                    new Technical(List.of(new Answer("服务方案", text)), List.of()),
                    List.of(),
                    List.of());
        }

        @Override
        public Mono<OpenedLot> of(UUID lot, UUID envelope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<BidMarks> marks(UUID lot) {
            return Flux.just(100, 101).map(number -> new BidMarks(id(number), null, null, Map.of()));
        }

        @Override
        public Flux<byte[]> content(UUID envelope, String segment) {
            return Flux.empty();
        }
    }

    private final class Keeping implements Comparisons {
        @Override
        public Mono<Void> keep(UUID lot, Comparison comparison) {
            return Mono.fromRunnable(() -> kept.add(comparison));
        }

        @Override
        public Mono<Kept> find(UUID lot) {
            return Mono.empty();
        }
    }

    private List<Kind> signals(String said, String... call) {
        var compare = new CompareBids(
                new Same(said),
                new InMemoryLots().saying(CALL, call),
                new InMemoryRegistry(),
                new Keeping(),
                new SignalSettings(50),
                Quiet.transactions());
        StepVerifier.create(compare.handle(List.of(new BidsOpened(LOT, id(6), Stage.ALL))))
                .verifyComplete();
        return kept.removeLast().signals().stream().map(Signal::kind).toList();
    }

    @Test
    void sharedWordsOfTheirOwnAreASignal() {
        assertThat(signals(FIRST, "采购助餐服务", CORRECTED)).containsExactly(Kind.SIMILAR_TEXT);
        assertThat(signals(CORRECTED, FIRST)).containsExactly(Kind.SIMILAR_TEXT);
    }

    @Test
    void wordsOfTheCallAreNone() {
        assertThat(signals(FIRST, FIRST)).isEmpty();
        assertThat(signals(FIRST, FIRST, CORRECTED)).isEmpty();
    }

    @Test
    void wordsOfACorrectionAreNone() {
        assertThat(signals(FIRST + CORRECTED, FIRST, CORRECTED)).isEmpty();
        assertThat(signals(CORRECTED, FIRST, "更正公告\n" + CORRECTED, "更正公告\n" + FIRST))
                .isEmpty();
    }

    /** However long the call is, and however often it was repeated. */
    @Test
    void theLastCorrectionIsReadAsWellAsTheFirst() {
        var lines = new StringBuilder();
        for (int i = 0; i < 2_000; i++) lines.append("第").append(i).append("条 其他要求见附件\n");
        assertThat(signals(CORRECTED, lines.toString(), lines.toString(), lines + CORRECTED))
                .isEmpty();
    }
}
