package org.goufu.ledger.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives again who was drawn: the candidates were entered before anybody could know the number that shuffled them. */
final class DrawCheck {
    private static final String REQUESTED = "DRAW_REQUESTED";

    private final Map<String, Object> draw;
    private final String lot;
    private final List<Entered> acts;

    DrawCheck(Map<String, Object> result, String lot, List<Entered> acts) {
        this.draw = Json.object(result, "draw").orElse(Map.of());
        this.lot = lot;
        this.acts = acts;
    }

    /** The entry of this draw's candidates. */
    Optional<Entered> requested() {
        return acts.stream()
                .filter(act -> act.is(REQUESTED) && act.saying("subject").equals(Json.said(draw, "id")))
                .findFirst();
    }

    /** Who held which seat of the panel; empty where its draw was not entered. */
    Optional<SeatCheck> seats() {
        return requested().map(requested -> new SeatCheck(draw, requested, acts));
    }

    /** @param panel how many sit at the end */
    boolean follows(BundledHeads heads, int panel) {
        var requested = requested();
        return requested.isPresent()
                && isOf(requested.get(), heads)
                && isLast(requested.get())
                && seats().orElseThrow().follows(panel);
    }

    private boolean isOf(Entered requested, BundledHeads heads) {
        var head = head();
        var seed = Json.said(draw, "seed");
        var candidates = Json.texts(draw, "candidates");
        var round = Json.whole(draw, "round");
        // Whoever could choose the round afterwards could choose the panel.
        if (round.isEmpty() || !round.equals(requested.counting("round"))) return false;
        return requested.saying("lot").equals(lot)
                && requested.counting("experts").equals(Json.whole(draw, "experts"))
                && requested.saying("candidates").equals(Draw.digest(candidates))
                && BundledHeads.size(head) > requested.index()
                && heads.isSigned(head)
                && seed.equals(Draw.seed("panel", lot, round.get(), Json.said(head, "root")))
                && Json.texts(draw, "order").equals(Draw.order(candidates, seed));
    }

    Map<String, Object> head() {
        return Json.object(draw, "head").orElse(Map.of());
    }

    /** Whoever draws again is bound by it: nobody chooses between two panels. */
    private boolean isLast(Entered requested) {
        return acts.stream()
                .noneMatch(
                        act -> act.is(REQUESTED) && act.saying("lot").equals(lot) && act.index() > requested.index());
    }
}
