package org.goufu.bidding.usecase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.goufu.bidding.usecase.GatherShares.Asked;
import org.goufu.bidding.usecase.GatherShares.Given;
import org.goufu.bidding.usecase.GatherShares.Task;
import org.goufu.bidding.usecase.Shares.Pending;
import org.goufu.kernel.FieldProblem;

/**
 * What is asked for with one holder's key, and what the bids say of the answer.
 *
 * @param openers of the bids that are sealed to the key
 * @param quorums of all bids that wait
 */
record SharesAsked(Task task, Map<Place, Opener> openers, Map<Place, Quorum> quorums) {

    /** A segment of a bid. */
    record Place(UUID envelope, String segment) {
        static Place of(Shares.Opened share) {
            return new Place(share.envelope(), share.segment());
        }
    }

    /** A bid that waits, and who holds the keys to which it is sealed. */
    record SealedTo(Pending bid, Holders holders) {}

    static SharesAsked of(Opening opening, Stage stage, String kid, List<SealedTo> waiting) {
        var openers = new HashMap<Place, Opener>();
        var quorums = new HashMap<Place, Quorum>();
        var asked = new ArrayList<Asked>();
        for (var one : waiting) {
            var envelope = one.bid().envelope();
            var manifest = Manifest.read(one.bid().manifest());
            var segments = manifest.segments().stream()
                    .filter(segment -> opening.opensNow(segment.id()))
                    .toList();
            var quorum = Quorum.of(one.holders().keyset());
            segments.forEach(segment -> quorums.put(new Place(envelope, segment.id()), quorum));
            if (!isFor(kid, manifest)) continue;
            var opener = new Opener(manifest, one.holders());
            for (var segment : segments) {
                openers.put(new Place(envelope, segment.id()), opener);
                segment.shares().stream()
                        .filter(share -> share.kid().equals(kid))
                        .map(share -> new Asked(envelope, manifest.coreHash(), segment.id(), share))
                        .forEach(asked::add);
            }
        }
        return new SharesAsked(new Task(kid, stage, asked), openers, quorums);
    }

    private static boolean isFor(String kid, Manifest manifest) {
        return manifest.segments().getFirst().shares().stream()
                .anyMatch(share -> share.kid().equals(kid));
    }

    /** Fails with {@code opening/shares-incomplete}. */
    void mustBeAll(List<Given> given) {
        var places = given.stream()
                .map(one -> new Place(one.envelope(), one.segment()))
                .collect(Collectors.toSet());
        if (places.size() != given.size() || !places.equals(openers.keySet())) {
            throw OpeningProblem.SHARES_INCOMPLETE.raise(List.of(FieldProblem.of("/shares", "shares-incomplete")));
        }
    }

    /** How many are not the ones that the bidders made for the key. */
    long wrong(List<Given> given) {
        return given.stream().filter(one -> !isPromised(one)).count();
    }

    private boolean isPromised(Given given) {
        if (given.value() == null) return true;
        try {
            var opener = openers.get(new Place(given.envelope(), given.segment()));
            opener.mustBePromised(given.segment(), new OpenedShare(task.kid(), given.value()));
            return true;
        } catch (SealException wrong) {
            return false;
        }
    }

    /**
     * Whether nobody is waited for any more.
     *
     * @param given whose shares were opened and given
     * @param answered who took part
     */
    boolean isSettled(Map<Place, Set<String>> given, Set<String> answered) {
        return quorums.entrySet().stream()
                .allMatch(one -> one.getValue().isSettled(given.getOrDefault(one.getKey(), Set.of()), answered));
    }
}
