package org.goufu.bidding.usecase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.domain.Quorum;
import org.goufu.bidding.domain.seal.Holders;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Opener;
import org.goufu.bidding.domain.seal.Opener.OpenedShare;
import org.goufu.bidding.domain.seal.SealException;
import org.goufu.bidding.usecase.Openings.BegunStage;
import org.goufu.bidding.usecase.Openings.Word;
import org.goufu.bidding.usecase.Shares.Holder;
import org.goufu.bidding.usecase.Shares.Kept;
import org.goufu.bidding.usecase.Shares.Pending;
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
    private final Shares shares;
    private final KnownHolders known;
    private final AtRest rest;
    private final Transactions transactions;

    GatherShares(Openings openings, Shares shares, KnownHolders known, AtRest rest, Transactions transactions) {
        this.openings = openings;
        this.shares = shares;
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

    /** A bid that waits, and who holds the keys to which it is sealed. */
    private record SealedTo(Pending bid, Holders holders) {}

    private record Place(UUID envelope, String segment) {
        static Place of(Shares.Opened share) {
            return new Place(share.envelope(), share.segment());
        }
    }

    /**
     * What is open and who asks.
     *
     * @param openers of the bids that are sealed to the holder's key
     * @param quorums of all bids that wait
     */
    private record Session(
            Opening opening,
            BegunStage stage,
            Holder holder,
            Map<Place, Opener> openers,
            Map<Place, Quorum> quorums,
            Task task) {}

    /**
     * What the caller is to open; of the segments of this stage only.
     *
     * @param kid which of the caller's keys; null for the first that was not used yet
     */
    public Mono<Task> ask(Actor actor, UUID lot, @Nullable String kid) {
        return session(actor, lot, kid).map(Session::task);
    }

    private Mono<Session> session(Actor actor, UUID lot, @Nullable String kid) {
        return openings.get(lot)
                .doOnNext(Opening::openedNow)
                .zipWhen(opening -> openings.stage(lot))
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
        return shares.pending(opening.lot())
                .collectList()
                .flatMapIterable(pending -> pending)
                .concatMap(bid -> known.find(opening.lot(), bid.keyset()).map(found -> new SealedTo(bid, found)))
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(pending -> session(opening, stage, holder, pending));
    }

    private static Session session(Opening opening, BegunStage stage, Holder holder, List<SealedTo> pending) {
        var openers = new HashMap<Place, Opener>();
        var asked = new ArrayList<Asked>();
        var quorums = new HashMap<Place, Quorum>();
        for (var one : pending) {
            var bid = one.bid();
            var manifest = Manifest.read(bid.manifest());
            var quorum = Quorum.of(one.holders().keyset());
            places(bid, manifest, opening).forEach(place -> quorums.put(place, quorum));
            if (!isFor(holder, manifest)) continue;
            var opener = new Opener(manifest, one.holders());
            for (var segment : manifest.segments()) {
                if (!opening.opensNow(segment.id())) continue;
                openers.put(new Place(bid.envelope(), segment.id()), opener);
                segment.shares().stream()
                        .filter(share -> share.kid().equals(holder.kid()))
                        .map(share -> new Asked(bid.envelope(), manifest.coreHash(), segment.id(), share))
                        .forEach(asked::add);
            }
        }
        return new Session(opening, stage, holder, openers, quorums, new Task(holder.kid(), stage.stage(), asked));
    }

    private static List<Place> places(Pending bid, Manifest manifest, Opening opening) {
        return manifest.segments().stream()
                .map(Manifest.Segment::id)
                .filter(opening::opensNow)
                .map(segment -> new Place(bid.envelope(), segment))
                .toList();
    }

    private static boolean isFor(Holder holder, Manifest manifest) {
        return manifest.segments().getFirst().shares().stream()
                .anyMatch(share -> share.kid().equals(holder.kid()));
    }

    /**
     * All of them, or nothing is taken.
     *
     * <p>Fails with {@code opening/shares-incomplete}, or with {@code opening/share-wrong}, which stands in the record.
     */
    public Mono<Void> give(Actor actor, UUID lot, @Nullable String kid, List<Given> given) {
        return session(actor, lot, kid).publishOn(Schedulers.boundedElastic()).flatMap(session -> {
            mustBeAll(session, given);
            long wrong = given.stream().filter(one -> !isPromised(session, one)).count();
            return wrong > 0 ? refused(actor, session, wrong) : taken(actor, session, given);
        });
    }

    private static void mustBeAll(Session session, List<Given> given) {
        var places = given.stream()
                .map(one -> new Place(one.envelope(), one.segment()))
                .collect(Collectors.toSet());
        if (places.size() != given.size() || !places.equals(session.openers().keySet())) {
            throw OpeningProblem.SHARES_INCOMPLETE.raise(List.of(FieldProblem.of("/shares", "shares-incomplete")));
        }
    }

    private static boolean isPromised(Session session, Given given) {
        if (given.value() == null) return true;
        try {
            var opener = session.openers().get(new Place(given.envelope(), given.segment()));
            opener.mustBePromised(
                    given.segment(), new OpenedShare(session.holder().kid(), given.value()));
            return true;
        } catch (SealException wrong) {
            return false;
        }
    }

    private Mono<Void> refused(Actor actor, Session session, long wrong) {
        var lot = session.opening().lot();
        return transactions
                .write(openings.say(lot, Word.Kind.WRONG_SHARES, null, actor, String.valueOf(wrong)))
                .then(Mono.error(() ->
                        OpeningProblem.SHARE_WRONG.raise(List.of(FieldProblem.of("/shares", "share-wrong")), wrong)));
    }

    private Mono<Void> taken(Actor actor, Session session, List<Given> given) {
        var lot = session.opening().lot();
        var stage = session.stage().id();
        var kid = session.holder().kid();
        var kept = given.stream().map(one -> kept(kid, one)).toList();
        return transactions.write(openings.hold(lot)
                .then(openings.stage(lot))
                .filter(now -> now.id().equals(stage) && now.gatheredAt() == null)
                .switchIfEmpty(Mono.error(OpeningProblem.NO_SHARES_ASKED::raise))
                .then(shares.add(stage, kid, actor, kept))
                .then(told(actor, lot, given))
                .then(Mono.zip(
                        shares.opened(lot).collect(BY_PLACE),
                        shares.given(stage).collect(Collectors.toSet())))
                .filter(both -> isSettled(session.quorums(), both.getT1(), both.getT2()))
                .flatMap(both -> openings.gathered(stage, null)));
    }

    /** Who could not open what stands in the record, as who was absent does. */
    private Mono<Void> told(Actor actor, UUID lot, List<Given> given) {
        long unopened = given.stream().filter(one -> one.value() == null).count();
        return unopened == 0
                ? Mono.empty()
                : openings.say(lot, Word.Kind.UNOPENED_SHARES, null, actor, String.valueOf(unopened));
    }

    private Kept kept(String kid, Given given) {
        return new Kept(
                given.envelope(),
                given.segment(),
                given.value() == null
                        ? null
                        : rest.wrapped(given.envelope(), AtRest.share(given.segment(), kid), given.value()));
    }

    private static boolean isSettled(Map<Place, Quorum> quorums, Map<Place, Set<String>> given, Set<String> answered) {
        return quorums.entrySet().stream()
                .allMatch(one -> one.getValue().isSettled(given.getOrDefault(one.getKey(), Set.of()), answered));
    }

    /**
     * Too few holders can be had: bidders open with the keys that they kept (security.md 3.6). Who is absent, and why, stands in the record.
     */
    public Mono<Void> without(Actor actor, UUID lot, String reason) {
        if (reason.isBlank()) {
            return Mono.error(
                    () -> OpeningProblem.REASON_MISSING.raise(List.of(FieldProblem.of("/reason", "absence-reason"))));
        }
        return transactions.write(openings.hold(lot)
                .filter(opening -> opening.department().equals(actor.department()))
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_FOUND::raise))
                .doOnNext(Opening::openedNow)
                .then(Mono.defer(() -> openings.stage(lot)))
                .filter(stage -> stage.gatheredAt() == null)
                .switchIfEmpty(Mono.error(OpeningProblem.NO_SHARES_ASKED::raise))
                .flatMap(stage -> openings.gathered(stage.id(), actor.displayName() + "：" + reason.strip())));
    }
}
