package org.goufu.bidding.usecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.usecase.Shares.Holder;
import org.goufu.bidding.usecase.Shares.Kept;
import org.goufu.bidding.usecase.SharesAsked.Place;
import org.goufu.bidding.usecase.SharesAsked.SealedTo;
import org.goufu.bidding.usecase.Stages.BegunStage;
import org.goufu.bidding.usecase.Words.Word;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Holders give their shares, each all of a stage at once. A share that is not the one which the bidder made for that key is known at once,
 * and so is who gave it.
 *
 * <p>Bids of a lot whose holders were replaced are sealed to different keys: of each holder the shares of those bids are asked that are
 * sealed to the key. There are enough when every bid has those that it needs, or none is left who could still give them: one whose share
 * of a bid cannot be opened takes no other holder's place.
 */
@Component
public class GatherShares {
    private static final Collector<Shares.Opened, ?, Map<Place, Set<String>>> BY_PLACE =
            Collectors.groupingBy(Place::of, Collectors.mapping(Shares.Opened::kid, Collectors.toSet()));

    private final Openings openings;
    private final Stages stages;
    private final Shares shares;
    private final Words words;
    private final KnownHolders known;
    private final AtRest rest;
    private final Transactions transactions;

    GatherShares(
            Openings openings,
            Stages stages,
            Shares shares,
            Words words,
            KnownHolders known,
            AtRest rest,
            Transactions transactions) {
        this.openings = openings;
        this.stages = stages;
        this.shares = shares;
        this.words = words;
        this.known = known;
        this.rest = rest;
        this.transactions = transactions;
    }

    /** A share that a holder is to open. */
    public record Asked(UUID envelope, byte[] coreHash, String segment, Manifest.Share share) {}

    /** All that a holder is to open now. */
    public record Task(String kid, Stage stage, List<Asked> shares) {
        public Task {
            shares = List.copyOf(shares);
        }
    }

    /** @param value null where it could not be opened */
    public record Given(UUID envelope, String segment, byte @Nullable [] value) {}

    /** What is open, and what it asks of the caller. */
    private record Session(UUID lot, UUID stage, SharesAsked asked) {
        String kid() {
            return asked.task().kid();
        }
    }

    /**
     * What the caller is to open; of the segments of this stage only.
     *
     * @param kid which of the caller's keys; null for the first that was not used yet
     */
    public Mono<Task> ask(Actor actor, UUID lot, @Nullable String kid) {
        return session(actor, lot, kid).map(session -> session.asked().task());
    }

    private Mono<Session> session(Actor actor, UUID lot, @Nullable String kid) {
        return openings.get(lot)
                .doOnNext(Opening::openedNow)
                .zipWhen(opening -> stages.last(lot))
                .filter(both -> both.getT2().gatheredAt() == null)
                .switchIfEmpty(Mono.error(OpeningProblem.NO_SHARES_ASKED::raise))
                .flatMap(both -> holder(actor, both.getT2(), lot, kid)
                        .flatMap(holder -> session(both.getT1(), both.getT2(), holder)));
    }

    private Mono<Holder> holder(Actor actor, BegunStage stage, UUID lot, @Nullable String kid) {
        return shares.holders(lot)
                .filter(holder -> holder.account().equals(actor.accountId()))
                .filter(holder -> kid == null || kid.equals(holder.kid()))
                .collectList()
                .filter(own -> !own.isEmpty())
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_A_HOLDER::raise))
                .zipWith(shares.given(stage.id()).collect(Collectors.toSet()))
                .flatMapIterable(both -> both.getT1().stream()
                        .filter(own -> !both.getT2().contains(own.kid()))
                        .toList())
                .next()
                .switchIfEmpty(Mono.error(OpeningProblem.ALREADY_TAKEN_PART::raise));
    }

    private Mono<Session> session(Opening opening, BegunStage stage, Holder holder) {
        var lot = opening.lot();
        return shares.pending(lot)
                .collectList()
                .flatMapIterable(pending -> pending)
                .concatMap(bid -> known.find(lot, bid.keyset()).map(holders -> new SealedTo(bid, holders)))
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(waiting -> SharesAsked.of(opening, stage.stage(), holder.kid(), waiting))
                .map(asked -> new Session(lot, stage.id(), asked));
    }

    /**
     * All of them, or nothing is taken.
     *
     * <p>Fails with {@code opening/shares-incomplete}, or with {@code opening/share-wrong}, which stands in the record.
     */
    public Mono<Void> give(Actor actor, UUID lot, @Nullable String kid, List<Given> given) {
        return session(actor, lot, kid).publishOn(Schedulers.boundedElastic()).flatMap(session -> {
            session.asked().mustBeAll(given);
            long wrong = session.asked().wrong(given);
            return wrong > 0 ? refused(actor, lot, wrong) : taken(actor, session, given);
        });
    }

    private Mono<Void> refused(Actor actor, UUID lot, long wrong) {
        return transactions
                .write(openings.hold(lot)
                        .then(words.say(lot, Word.Kind.WRONG_SHARES, null, actor, String.valueOf(wrong))))
                .then(Mono.error(() ->
                        OpeningProblem.SHARE_WRONG.raise(List.of(FieldProblem.of("/shares", "share-wrong")), wrong)));
    }

    private Mono<Void> taken(Actor actor, Session session, List<Given> given) {
        var lot = session.lot();
        var stage = session.stage();
        var kept = given.stream().map(one -> kept(session.kid(), one)).toList();
        return transactions.write(openings.hold(lot)
                .doOnNext(Opening::openedNow)
                .then(stages.last(lot))
                .filter(now -> now.id().equals(stage) && now.gatheredAt() == null)
                .switchIfEmpty(Mono.error(OpeningProblem.NO_SHARES_ASKED::raise))
                .then(shares.add(stage, session.kid(), actor, kept))
                .then(told(actor, lot, given))
                .then(Mono.zip(
                        shares.opened(lot).collect(BY_PLACE),
                        shares.given(stage).collect(Collectors.toSet())))
                .filter(both -> session.asked().isSettled(both.getT1(), both.getT2()))
                .flatMap(both -> stages.gathered(stage, null)));
    }

    /** Who could not open what stands in the record, as who was absent does. */
    private Mono<Void> told(Actor actor, UUID lot, List<Given> given) {
        long unopened = given.stream().filter(one -> one.value() == null).count();
        return unopened == 0
                ? Mono.empty()
                : words.say(lot, Word.Kind.UNOPENED_SHARES, null, actor, String.valueOf(unopened));
    }

    private Kept kept(String kid, Given given) {
        return new Kept(
                given.envelope(),
                given.segment(),
                given.value() == null
                        ? null
                        : rest.wrapped(given.envelope(), AtRest.share(given.segment(), kid), given.value()));
    }
}
