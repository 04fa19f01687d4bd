package org.goufu.ledger.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether a result is of the bids and prices that the opening brought to light. */
final class OpenedCheck {
    private static final long NONE = -1;

    private final Bundle bundle;
    private final Optional<Entered> opening;

    OpenedCheck(String lot, Bundle bundle, List<Entered> acts) {
        this.bundle = bundle;
        this.opening = acts.stream()
                .filter(act -> act.is(BoxCheck.OPENED)
                        && act.saying("lot").equals(lot)
                        && act.saying("stage").equals("ALL"))
                .findFirst();
    }

    /** True also where no opening stands in the bundle. */
    boolean follows(Map<String, Object> result) {
        if (opening.isEmpty()) return true;
        var read = read(opening.get());
        var judged = Json.objects(result, "bids");
        return judged.size() == read.size() && judged.stream().allMatch(bid -> isAsRead(bid, read));
    }

    /** What the opening recorded of a bid: a price, and whether it counted still. */
    private record Read(long price, boolean counts) {}

    private Map<String, Read> read(Entered opened) {
        var record = bundle.text(BoxCheck.RECORDS + opened.saying("subject") + ".json")
                .map(Json::members)
                .orElse(Map.of());
        var read = new TreeMap<String, Read>();
        for (var bid : Json.objects(record, "bids")) {
            var price = Json.object(bid, "price").flatMap(one -> Json.whole(one, "totalFen"));
            read.put(
                    Json.said(bid, "envelope"),
                    new Read(price.orElse(NONE), BoxCheck.OPENED.equals(bid.get("outcome"))));
        }
        return read;
    }

    private static boolean isAsRead(Map<String, Object> bid, Map<String, Read> read) {
        var opened = read.get(Json.said(bid, "id"));
        long judged = Json.whole(bid, "priceFen").orElse(NONE);
        boolean counts = Ranking.isRanked(bid);
        if (opened == null || counts && !opened.counts()) return false;
        // Nobody decides that a bid which was opened could not be.
        if (opened.counts() && Json.said(bid, "excludedAt").equals("OPENING")) return false;
        return opened.price() == judged || !counts && (opened.price() == NONE || judged == NONE);
    }
}
