package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Derives again how an award came about: that the panel was drawn as the ledger's own numbers say, that every sheet is the one that was
 * signed before any was revealed, that low prices were asked about as the notice says, and that ranking and winner follow from sheets and prices to the last digit.
 */
final class EvaluationCheck {
    static final String AWARDED = "AWARDED";

    private static final String RESULTS = "evaluations/";
    private static final long NONE = -1;
    /** 87号令 第48条: who is ranked behind the third is no candidate, whoever falls out. */
    private static final int CANDIDATES = 3;

    private final Bundle bundle;
    private final List<Entered> acts;
    private final CallTexts texts;
    private final BundledHeads heads;
    private final BiConsumer<BundleFault, String> found;
    private final Set<String> known = new HashSet<>();
    private final List<Rederived.Award> awards = new ArrayList<>();

    EvaluationCheck(
            Bundle bundle,
            List<Entered> acts,
            CallTexts texts,
            BundledHeads heads,
            BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.acts = acts;
        this.texts = texts;
        this.heads = heads;
        this.found = found;
    }

    /** The files that it looked for. */
    Set<String> check() {
        for (var act : acts) {
            if (act.is(AWARDED)) award(act);
        }
        known.addAll(heads.known());
        return known;
    }

    List<Rederived.Award> awards() {
        return List.copyOf(awards);
    }

    private void award(Entered award) {
        var path = RESULTS + award.saying("subject") + ".json";
        known.add(path);
        var bytes = bundle.files().get(path);
        if (bytes == null) {
            found.accept(BundleFault.RESULT_MISSING, path);
            return;
        }
        if (!HexFormat.of().formatHex(Hash.sha256(bytes)).equals(award.saying("result"))) {
            found.accept(BundleFault.RESULT_CHANGED, path);
            return;
        }
        result(award, Json.members(new String(bytes, StandardCharsets.UTF_8)), path);
    }

    private void result(Entered award, Map<String, Object> result, String path) {
        var lot = award.saying("subject");
        var opened = new OpenedCheck(lot, bundle, acts);
        boolean isOfLot = "goufu-evaluation/1".equals(result.get("format"))
                && Json.said(result, "lotId").equals(lot);
        if (!isOfLot || !opened.follows(result)) found.accept(BundleFault.RESULT_DIFFERS, path);
        terms(result, lot, path);
        var draw = new DrawCheck(result, lot, acts);
        if (!draw.follows(heads, Json.objects(result, "panel").size())) found.accept(BundleFault.DRAW_DIFFERS, path);
        draw.requested()
                .filter(requested -> !new PanelCheck(result, requested).isLawful(texts.held(lot)))
                .ifPresent(requested -> found.accept(BundleFault.PANEL_DIFFERS, path));
        var sheets = new SheetCheck(result, lot, bundle, acts, draw, found);
        opened.early(result, texts.held(lot), sheets.firstRevealed())
                .ifPresent(opening -> found.accept(BundleFault.STAGES_DIFFER, opening.path()));
        known.addAll(sheets.check(award, path));
        if (!new LowPriceCheck(result, texts.held(lot)).follows()) found.accept(BundleFault.LOW_PRICE_DIFFERS, path);
        if (!isTieDrawnLate(result, draw, sheets)) found.accept(BundleFault.TIE_DIFFERS, path);
        ranking(award, result, opened, path);
    }

    private void terms(Map<String, Object> result, String lot, String path) {
        var terms = new CallTerms(texts, lot);
        if (!terms.are(result)) found.accept(BundleFault.TERMS_DIFFER, path);
        if (!terms.excludeAsTheCeilingDoes(result)) found.accept(BundleFault.CEILING_DIFFERS, path);
        if (!LeastCheck.isLeft(result, lot, texts)) found.accept(BundleFault.LEAST_DIFFERS, path);
    }

    /** Among equals drawn with a head that was signed when all points stood; where nothing is scored, with the panel's own. */
    private boolean isTieDrawnLate(Map<String, Object> result, DrawCheck draw, SheetCheck sheets) {
        var head = Json.object(result, "tieHead").orElse(Map.of());
        if (!new Ranking(result).byScore()) return Json.same(head, draw.head());
        var revealed = sheets.revealed();
        return revealed.isPresent() && BundledHeads.size(head) > revealed.get().index() && heads.isSigned(head);
    }

    private void ranking(Entered award, Map<String, Object> result, OpenedCheck opened, String path) {
        var derived = new Ranking(result);
        var ranking = derived.places();
        if (!Ranking.same(ranking, Json.objects(result, "ranking"))) found.accept(BundleFault.RANKING_DIFFERS, path);
        derived.winner()
                .filter(winner -> ranking.indexOf(winner) < CANDIDATES
                        && winner.bid().equals(award.saying("bid"))
                        && award.counting("priceFen").orElse(NONE) == winner.priceFen())
                .ifPresentOrElse(
                        winner -> awards.add(awarded(result, winner, opened.bidder(winner.bid()))),
                        () -> found.accept(BundleFault.AWARD_DIFFERS, award.path()));
    }

    private static Rederived.Award awarded(Map<String, Object> result, Ranking.Place first, String bidder) {
        var named = Json.objects(result, "bids").stream()
                .filter(bid -> Json.said(bid, "id").equals(first.bid()))
                .findFirst()
                .flatMap(bid -> Json.object(bid, "body"))
                .map(body -> Json.said(body, "name"));
        var draw = Json.object(result, "draw").orElse(Map.of());
        var ranking = new Ranking(result);
        return new Rederived.Award(
                Json.said(result, "title"),
                bidder,
                named.orElse(""),
                first.priceFen(),
                Json.texts(draw, "candidates").size(),
                Json.objects(result, "sheets").size(),
                ranking.places().size(),
                ranking.byScore(),
                first.total());
    }
}
