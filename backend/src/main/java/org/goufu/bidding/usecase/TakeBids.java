package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.bidding.domain.BidAct;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.bidding.usecase.Boxes.Decision;
import org.goufu.bidding.usecase.Boxes.Judged;
import org.goufu.matching.Admission;
import org.goufu.matching.Admission.Answer;
import org.goufu.matching.Admission.Question;
import org.goufu.matching.Eligibility;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.KeptPlans;
import org.goufu.platform.database.Together;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes bids in, many in one transaction: on facts that are held until its end the rules judge who may bid, and one function of the
 * database decides about the deadline.
 *
 * <p>What stands between two bidders (domain.md 2.5, C01 and C03) is judged at the opening: a refusal here would tell that another bid
 * lies in the box.
 */
@Component
class TakeBids {
    private static final int MOST = 256;
    /** While one waits for the database to decide, the facts for the next are read; a third would only make all smaller. */
    private static final int AT_ONCE = 2;

    private static final int WAITING = 10_000;

    private final PurchaseDirectory purchases;
    private final OrganizationDirectory organizations;
    private final Admission admission;
    private final NamedGroups named;
    private final NamedMembers members;
    private final Boxes boxes;
    private final SigningKeys keys;
    private final BusinessClock clock;
    private final Transactions transactions;
    private final KeptPlans plans;
    private final Together<Incoming, Decision> together;

    TakeBids(
            PurchaseDirectory purchases,
            OrganizationDirectory organizations,
            Admission admission,
            NamedGroups named,
            NamedMembers members,
            Boxes boxes,
            SigningKeys keys,
            BusinessClock clock,
            Transactions transactions,
            KeptPlans plans) {
        this.purchases = purchases;
        this.organizations = organizations;
        this.admission = admission;
        this.named = named;
        this.members = members;
        this.boxes = boxes;
        this.keys = keys;
        this.clock = clock;
        this.transactions = transactions;
        this.plans = plans;
        this.together = Together.writing(MOST, AT_ONCE, WAITING, this::decide, BidProblem.OUTCOME_UNKNOWN::raise);
    }

    /**
     * An act whose box stands and whose signature is good.
     *
     * @param chunks digests of the ciphertext that must have come in
     * @param notice digest of the text that it answers, empty for a withdrawal
     * @param keyset digest of the document to which it is sealed, empty for a withdrawal
     * @param groups with which a federation bids, or the other members of a consortium, sorted
     * @param rosterHash of what it says of them
     */
    record Incoming(
            BidAct act, Set<String> chunks, String notice, String keyset, List<UUID> groups, String rosterHash) {
        Stream<UUID> bodies() {
            return Stream.concat(Stream.of(act.body()), groups.stream());
        }
    }

    /** When it was accepted; fails with the refusal. */
    Mono<Instant> take(Incoming incoming) {
        return together.with(incoming).map(decision -> {
            if (decision.refusal() != null) throw decision.refusal().raise();
            return decision.at();
        });
    }

    /** All that the rules look at. */
    private record Facts(
            Map<UUID, PublishedLot> lots,
            Map<UUID, Box> boxes,
            Map<Question, Answer> answers,
            Map<UUID, Set<String>> missing,
            Map<UUID, SigningKey> keys,
            NamedMembers.Found consortia,
            Map<UUID, BidProblem> groups) {}

    private Mono<List<Decision>> decide(List<Incoming> batch) {
        return transactions.write(plans.keep()
                .then(facts(batch))
                .map(facts -> batch.stream()
                        .map(incoming -> new Judged(incoming.act(), refusal(incoming, facts)))
                        .toList())
                .flatMap(boxes::decide));
    }

    private Mono<Facts> facts(List<Incoming> batch) {
        var acts = batch.stream().map(Incoming::act).toList();
        var chunks = new HashMap<UUID, Set<String>>();
        batch.forEach(incoming -> chunks.put(incoming.act().envelope(), incoming.chunks()));
        return purchases
                .holdLots(acts.stream().map(BidAct::lot).collect(Collectors.toSet()))
                .collectMap(PublishedLot::id)
                .delayUntil(held -> organizations.holdAll(
                        batch.stream().flatMap(Incoming::bodies).collect(Collectors.toSet())))
                .zipWhen(held -> members.hold(batch))
                .flatMap(both -> clock.now().flatMap(now -> facts(batch, chunks, both.getT1(), both.getT2(), now)));
    }

    private Mono<Facts> facts(
            List<Incoming> batch,
            Map<UUID, Set<String>> chunks,
            Map<UUID, PublishedLot> held,
            NamedMembers.Found consortia,
            Instant now) {
        var acts = batch.stream().map(Incoming::act).toList();
        var federations = batch.stream()
                .filter(incoming -> !consortia.isConsortium(incoming))
                .toList();
        return Mono.zip(
                        answers(batch, held, consortia, now),
                        boxes.missing(chunks),
                        keys.find(acts.stream().map(BidAct::key).collect(Collectors.toSet()))
                                .collectMap(SigningKey::id),
                        named.refusals(federations, held, now),
                        boxes.hold(held.keySet()).collectMap(Box::lot))
                .map(all ->
                        new Facts(held, all.getT5(), all.getT1(), all.getT2(), all.getT3(), consortia, all.getT4()));
    }

    private Mono<Map<Question, Answer>> answers(
            List<Incoming> batch, Map<UUID, PublishedLot> lots, NamedMembers.Found consortia, Instant now) {
        var questions = new ArrayList<Question>();
        for (var incoming : batch) {
            var act = incoming.act();
            var lot = lots.get(act.lot());
            if (lot == null || act.isWithdrawal()) continue;
            questions.add(new Question(lot, act.body()));
            consortia.questions(incoming, lot).forEach(questions::add);
        }
        if (questions.isEmpty()) return Mono.just(Map.of());
        return admission.of(questions, now).map(answers -> {
            var byQuestion = new HashMap<Question, Answer>();
            for (int i = 0; i < questions.size(); i++) byQuestion.put(questions.get(i), answers.get(i));
            return byQuestion;
        });
    }

    /** The first that is found; null when none is. About the deadline only the database's function decides. */
    private static @Nullable BidProblem refusal(Incoming incoming, Facts facts) {
        var act = incoming.act();
        var lot = facts.lots().get(act.lot());
        var key = facts.keys().get(act.key());
        if (lot == null) return BidProblem.LOT_NOT_FOUND;
        if (key == null || key.revoked()) return BidProblem.KEY_REVOKED;
        if (act.isWithdrawal()) return null;
        if (!lot.open()) return BidProblem.CLOSED;
        var box = facts.boxes().get(act.lot());
        // A bid answers one text: whoever sealed it before a correction has not read that yet.
        if (box == null || !box.noticeDigest().equals(incoming.notice())) return BidProblem.NOTICE_CHANGED;
        if (!box.takesSealedTo(incoming.keyset())) return BidProblem.KEYS_CHANGED;
        var answer = facts.answers().get(new Question(lot, act.body()));
        if (answer == null || !answer.isAdmitted()) return notAdmitted(answer);
        var together = facts.consortia().refusal(incoming, lot, facts.answers());
        if (together != null) return together;
        if (facts.groups().containsKey(act.envelope())) return facts.groups().get(act.envelope());
        return facts.missing().containsKey(act.envelope()) ? BidProblem.CHUNKS_MISSING : null;
    }

    private static BidProblem notAdmitted(@Nullable Answer answer) {
        return answer != null && answer.eligibility() == Eligibility.THROUGH_FEDERATION
                ? BidProblem.THROUGH_FEDERATION
                : BidProblem.NOT_ELIGIBLE;
    }
}
