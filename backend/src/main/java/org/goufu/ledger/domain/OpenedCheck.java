package org.goufu.ledger.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether a result is of the bids, bidders and prices that the opening brought to light. */
final class OpenedCheck {
    private static final long NONE = -1;
    private static final String WHOLLY = "ALL";

    private final Optional<Entered> opening;
    private final Map<String, Map<String, Object>> recorded = new TreeMap<>();

    OpenedCheck(String lot, Bundle bundle, List<Entered> acts) {
        this.opening = acts.stream()
                .filter(act -> act.is(BoxCheck.OPENED)
                        && act.saying("lot").equals(lot)
                        && act.saying("stage").equals(WHOLLY))
                .findFirst();
        opening.flatMap(act -> bundle.text(RecordCheck.RECORDS + act.saying("subject") + ".json"))
                .map(Json::members)
                .map(record -> Json.objects(record, "bids"))
                .orElse(List.of())
                .forEach(bid -> recorded.put(Json.said(bid, "envelope"), bid));
    }

    /** Of what was never opened nothing is awarded. */
    boolean follows(Map<String, Object> result) {
        var judged = Json.objects(result, "bids");
        return opening.isPresent()
                && judged.size() == recorded.size()
                && judged.stream().allMatch(bid -> isAsRecorded(bid, recorded.get(Json.said(bid, "id"))));
    }

    /** Who gave a bid, as the opening recorded it. */
    String bidder(String envelope) {
        return RecordCheck.bidder(recorded.getOrDefault(envelope, Map.of()));
    }

    /**
     * The opening of prices, where the call has them opened only when all else is scored, and points were not revealed before; a panel
     * that was formed anew afterwards knows them.
     */
    Optional<Entered> early(
            Map<String, Object> result, Optional<Map<String, Object>> call, Optional<Entered> firstRevealed) {
        boolean staged = call.filter(one -> Boolean.TRUE.equals(one.get("stagedOpening")))
                .isPresent();
        if (!staged || !new Ranking(result).byScore()) return Optional.empty();
        return opening.filter(act ->
                firstRevealed.filter(first -> first.index() < act.index()).isEmpty());
    }

    private static boolean isAsRecorded(Map<String, Object> bid, @Nullable Map<String, Object> read) {
        return read != null && isOfItsBidder(bid, read) && isAsRead(bid, read);
    }

    /** A consortium is named together, and by its lead. */
    private static boolean isOfItsBidder(Map<String, Object> bid, Map<String, Object> read) {
        var own = Json.object(bid, "body").orElse(Map.of());
        var body = Json.object(read, "body").orElse(Map.of());
        return Json.text(own, "id").equals(Json.text(body, "id"))
                && (read.containsKey("consortium") || Json.text(own, "name").equals(Json.text(body, "name")));
    }

    private static boolean isAsRead(Map<String, Object> bid, Map<String, Object> read) {
        long judged = Json.whole(bid, "priceFen").orElse(NONE);
        long price = Json.object(read, "price")
                .flatMap(one -> Json.whole(one, "totalFen"))
                .orElse(NONE);
        boolean counts = Ranking.isRanked(bid);
        boolean opened = BoxCheck.OPENED.equals(read.get("outcome"));
        if (counts && (!opened || judged == NONE)) return false;
        // Nobody decides that a bid which was opened could not be.
        if (opened && Json.said(bid, "excludedAt").equals("OPENING")) return false;
        return price == judged || !counts && (price == NONE || judged == NONE);
    }
}
