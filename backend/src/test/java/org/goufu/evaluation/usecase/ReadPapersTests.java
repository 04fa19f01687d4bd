package org.goufu.evaluation.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.goufu.evaluation.domain.EvaluationFixtures.LOT;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.OFFICER;
import static org.goufu.evaluation.domain.EvaluationFixtures.begun;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.BidMarks;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBid.Attachment;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What can be fetched of a bid, whatever its bidder calls an attachment. */
class ReadPapersTests {
    private final ReadPapers papers = new ReadPapers(
            new OneEvaluation(drawn(begun(ProcurementMethod.BT_COMPARE, 3))),
            new OneBid(),
            new PaperReaders(new OneDepartment()));

    @ParameterizedTest
    @ValueSource(strings = {"att-1", "cred"})
    void attachmentsAndCredentialsAre(String segment) {
        StepVerifier.create(papers.part(OFFICER, LOT, id(100), segment).flatMapMany(ReadPapers.Part::content))
                .expectNextCount(1)
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "allocation", "att-2"})
    void nothingElseIsThoughItStandsAmongTheAttachments(String segment) {
        StepVerifier.create(papers.part(OFFICER, LOT, id(100), segment)).verifyErrorMessage("evaluation/not-found");
    }

    /** It calls its price and the division of it attachments. */
    private static final class OneBid implements OpenedBids {
        @Override
        public Mono<OpenedLot> of(UUID lot) {
            var files = List.of(file("att-1"), file("price"), file("allocation"));
            var bid = new OpenedBid(
                    id(100),
                    new Named(id(200), "示例服务中心"),
                    BodyKind.LEGAL_PERSON,
                    NOW,
                    OpenedBid.Outcome.OPENED,
                    null,
                    null,
                    new OpenedBid.Technical(List.of(), files),
                    List.of(),
                    List.of());
            return Mono.just(new OpenedLot(lot, id(5), id(6), OpenedLot.Stage.ALL, NOW, List.of(bid)));
        }

        private static Attachment file(String segment) {
            return new Attachment(segment, "方案.pdf", "application/pdf", 4);
        }

        @Override
        public Mono<OpenedLot> of(UUID lot, UUID envelope) {
            return of(lot);
        }

        @Override
        public Flux<BidMarks> marks(UUID lot) {
            return Flux.empty();
        }

        @Override
        public Flux<byte[]> content(UUID envelope, String segment) {
            return Flux.just(segment.getBytes(UTF_8));
        }
    }
}
