package org.goufu.bidding.usecase;

import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.membership;
import static org.goufu.matching.MatchingFixtures.publishedLot;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.domain.AllocationPart.Fault;
import org.goufu.bidding.domain.Part;
import org.goufu.bidding.domain.Roster;
import org.goufu.bidding.domain.seal.Core;
import org.goufu.kernel.Ids;
import org.goufu.matching.InMemoryLots;
import org.goufu.matching.InMemoryRegistry;
import org.goufu.organization.BodyProfile;
import org.goufu.purchase.PublishedLot;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class JudgeAllocationTests {
    private static final PublishedLot LOT = publishedLot();
    private static final BodyProfile FEDERATION = goodFederation();
    private static final BodyProfile GROUP = goodGroup();
    private static final Roster ROSTER =
            new Roster(LOT.id(), FEDERATION.id(), 6_000, 1_000, List.of(new Part(GROUP.id(), "送餐", "台账", 3_000)), 1);
    private static final String ZEROS = "0".repeat(64);
    private static final InMemoryLots LOTS = new InMemoryLots().holding(LOT);
    private static final String HASH = ROSTER.document().hash();

    private static final ConsentsAtDeadline ROSTERS = new ConsentsAtDeadline() {
        @Override
        public Flux<Missing> of(UUID lot) {
            return Flux.empty();
        }

        @Override
        public Mono<Roster> roster(String hash) {
            return hash.equals(HASH) ? Mono.just(ROSTER) : Mono.empty();
        }
    };

    private static final Agreement AGREEMENT = new Agreement(
            LOT.id(),
            FEDERATION.id(),
            List.of(
                    new Agreement.Member(FEDERATION.id(), "示例联合会", "总协调", 6_000),
                    new Agreement.Member(GROUP.id(), "示例社工中心", "送餐", 4_000)),
            Agreement.TERMS,
            1);

    private static final SignaturesAtDeadline SIGNATURES = new SignaturesAtDeadline() {
        @Override
        public Flux<UUID> unsigned(UUID lot) {
            return Flux.empty();
        }

        @Override
        public Flux<Shown> shown(UUID lot) {
            return Flux.empty();
        }

        @Override
        public Mono<Agreement> agreement(String hash) {
            return hash.equals(AGREEMENT.document().hash()) ? Mono.just(AGREEMENT) : Mono.empty();
        }
    };

    private static StepVerifier.FirstStep<Fault> judged(long cap, String hash, String content) {
        var registry = new InMemoryRegistry()
                .holding(GROUP)
                .joining(membership(
                        FEDERATION, GROUP, mandate(cap, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1))));
        var core = new Core(
                Ids.next(), LOT.id(), ZEROS, ZEROS, FEDERATION.id(), List.of(GROUP.id()), hash, List.of(), null);
        return StepVerifier.create(new JudgeAllocation(ROSTERS, SIGNATURES, LOTS, registry, registry)
                .fault(LOT.id(), core, 1_000, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sealed(long groupFen) {
        return """
                {"format":"goufu-allocation/1","rosterHash":"%s","ownShare":6000,"ownFen":600,"fee":1000,"feeFen":100,
                 "parts":[{"group":"%s","name":"银龄助餐队","task":"送餐","deliverables":"台账","share":3000,"fen":%d}]}
                """.formatted(HASH, GROUP.id(), groupFen);
    }

    @Test
    void whatTheBrowserWritesIsRead() {
        judged(300, HASH, sealed(300)).verifyComplete();
    }

    /** In a consortium no mandate caps a part, and there is no fee. */
    @Test
    void membersOfAConsortiumGetWhatTheySigned() {
        var hash = AGREEMENT.document().hash();
        var sealed = """
                {"format":"goufu-allocation/1","rosterHash":"%s","ownShare":6000,"ownFen":%d,"fee":0,"feeFen":0,"lead":"示例联合会",
                 "parts":[{"group":"%s","name":"示例社工中心","task":"送餐","deliverables":"","share":4000,"fen":%d}]}
                """;
        judged(0, hash, sealed.formatted(hash, 600, GROUP.id(), 400)).verifyComplete();
        judged(0, hash, sealed.formatted(hash, 601, GROUP.id(), 399))
                .expectNext(Fault.AMOUNT_WRONG)
                .verifyComplete();
        judged(0, hash, sealed.formatted(HASH, 600, GROUP.id(), 400))
                .expectNext(Fault.OTHER_ROSTER)
                .verifyComplete();
    }

    @Test
    void everyFaultIsNamed() {
        judged(300, HASH, sealed(301)).expectNext(Fault.SUM_WRONG).verifyComplete();
        judged(299, HASH, sealed(300)).expectNext(Fault.MANDATE_EXCEEDED).verifyComplete();
        judged(300, ZEROS, sealed(300)).expectNext(Fault.OTHER_ROSTER).verifyComplete();
        var empty = sealed(300).replaceFirst("(?s)\"parts\":.*]", "\"parts\":[null]");
        for (var unreadable :
                List.of("", "null", "{}", "no", "{\"format\":\"goufu-price/1\"}", sealed(300) + "x", empty)) {
            judged(300, HASH, unreadable).expectNext(Fault.UNREADABLE).verifyComplete();
        }
    }
}
