package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives again how an award came about: that the panel was drawn as the ledger's own numbers say, that every sheet is the one that was
 * signed before any was revealed, that low prices were asked about as the notice says, and that ranking and winner follow from sheets and prices to the last digit.
 */
final class EvaluationCheck {
    private static final String RESULTS = "evaluations/";
    private static final String SHEETS = "sheets/";
    private static final String DRAW_REQUESTED = "DRAW_REQUESTED";
    private static final long NONE = -1;

    private final Bundle bundle;
    private final List<Entered> acts;
    private final BundledHeads heads;
    private final BiConsumer<BundleFault, String> found;
    private final Set<String> known = new HashSet<>();
    private final List<Rederived.Award> awards = new ArrayList<>();

    EvaluationCheck(Bundle bundle, List<Entered> acts, BundledHeads heads, BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.acts = acts;
        this.heads = heads;
        this.found = found;
    }

    /** The files that it looked for. */
    Set<String> check() {
        for (var act : acts) {
            if (act.is("AWARDED")) award(act);
        }
        known.addAll(heads.known());
        return known;
    }

    private void award(Entered award) {
        var lot = award.saying("subject");
        var path = RESULTS + lot + ".json";
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
        var result = Json.members(new String(bytes, StandardCharsets.UTF_8));
        if (!"goufu-evaluation/1".equals(result.get("format"))
                || !said(result, "lotId").equals(lot)
                || !opened(result, lot)) {
            found.accept(BundleFault.RESULT_DIFFERS, path);
        }
        terms(result, lot, path);
        draw(result, lot, path);
        sheets(result, award, lot, path);
        if (!new LowPriceCheck(result, lot, bundle).follows()) found.accept(BundleFault.LOW_PRICE_DIFFERS, path);
        if (!isTieDrawnLate(result, lot)) found.accept(BundleFault.TIE_DIFFERS, path);
        var derived = new Ranking(result);
        var ranking = derived.places();
        if (!Ranking.same(ranking, Json.objects(result, "ranking"))) found.accept(BundleFault.RANKING_DIFFERS, path);
        derived.winner()
                .filter(winner -> winner.bid().equals(award.saying("bid"))
                        && award.counting("priceFen").orElse(NONE) == winner.priceFen())
                .ifPresentOrElse(
                        winner -> awards.add(awarded(result, winner, ranking.size(), derived.byScore())),
                        () -> found.accept(BundleFault.AWARD_DIFFERS, award.path()));
    }

    List<Rederived.Award> awards() {
        return List.copyOf(awards);
    }

    private static Rederived.Award awarded(
            Map<String, Object> result, Ranking.Place first, int ranked, boolean scored) {
        var winner = Json.objects(result, "bids").stream()
                .filter(bid -> said(bid, "id").equals(first.bid()))
                .findFirst()
                .flatMap(bid -> Json.object(bid, "body"))
                .map(body -> said(body, "name"));
        var draw = Json.object(result, "draw").orElse(Map.of());
        return new Rederived.Award(
                said(result, "title"),
                winner.orElse(""),
                first.priceFen(),
                Json.texts(draw, "candidates").size(),
                Json.objects(result, "sheets").size(),
                ranked,
                scored,
                first.total());
    }

    /** Whether it is of the bids and prices that the opening brought to light; true also where no opening stands in the bundle. */
    private boolean opened(Map<String, Object> result, String lot) {
        var opening = acts.stream()
                .filter(act -> act.is(BoxCheck.OPENED)
                        && act.saying("lot").equals(lot)
                        && act.saying("stage").equals("ALL"))
                .findFirst();
        if (opening.isEmpty()) return true;
        var record = bundle.text(BoxCheck.RECORDS + opening.get().saying("subject") + ".json")
                .map(Json::members)
                .orElse(Map.of());
        var read = new TreeMap<String, Read>();
        for (var bid : Json.objects(record, "bids")) {
            var price = Json.object(bid, "price").flatMap(one -> Json.whole(one, "totalFen"));
            read.put(said(bid, "envelope"), new Read(price.orElse(NONE), BoxCheck.OPENED.equals(bid.get("outcome"))));
        }
        var judged = Json.objects(result, "bids");
        return judged.size() == read.size() && judged.stream().allMatch(bid -> isAsRead(bid, read));
    }

    /** What the opening recorded of a bid: a price, and whether it counted still. */
    private record Read(long price, boolean counts) {}

    private static boolean isAsRead(Map<String, Object> bid, Map<String, Read> read) {
        var opened = read.get(said(bid, "id"));
        long judged = Json.whole(bid, "priceFen").orElse(NONE);
        boolean counts = Ranking.isRanked(bid);
        if (opened == null || counts && !opened.counts()) return false;
        return opened.price() == judged || !counts && (opened.price() == NONE || judged == NONE);
    }

    private void terms(Map<String, Object> result, String lot, String path) {
        var terms = new CallTerms(bundle, lot);
        if (!terms.are(result)) found.accept(BundleFault.TERMS_DIFFER, path);
        if (!terms.excludeAsTheCeilingDoes(result)) found.accept(BundleFault.CEILING_DIFFERS, path);
    }

    /** Among equals drawn with a head that was signed when all points stood; where nothing is scored, with the panel's own. */
    private boolean isTieDrawnLate(Map<String, Object> result, String lot) {
        var head = Json.object(result, "tieHead").orElse(Map.of());
        if (!new Ranking(result).byScore()) {
            return Json.same(
                    head,
                    Json.object(result, "draw")
                            .flatMap(draw -> Json.object(draw, "head"))
                            .orElse(Map.of()));
        }
        var revealed = revealed(result, lot);
        return revealed.isPresent() && BundledHeads.size(head) > revealed.get().index() && heads.isSigned(head);
    }

    /** The candidates were entered before anybody could know the number that shuffled them. */
    private void draw(Map<String, Object> result, String lot, String path) {
        var draw = Json.object(result, "draw").orElse(Map.of());
        var requested = requested(draw);
        var head = Json.object(draw, "head").orElse(Map.of());
        var candidates = Json.texts(draw, "candidates");
        boolean good = requested.isPresent()
                && requested.get().saying("lot").equals(lot)
                && requested.get().saying("candidates").equals(Draw.digest(candidates))
                && BundledHeads.size(head) > requested.get().index()
                && heads.isSigned(head)
                && said(draw, "seed")
                        .equals(Draw.seed(
                                "panel", lot, Json.whole(draw, "round").orElse(0L), said(head, "root")))
                && Json.texts(draw, "order").equals(Draw.order(candidates, said(draw, "seed")))
                && isLast(requested.get(), lot)
                && new SeatCheck(draw, requested.get(), acts)
                        .follows(Json.objects(result, "panel").size());
        if (!good) found.accept(BundleFault.DRAW_DIFFERS, path);
    }

    private Optional<Entered> requested(Map<String, Object> draw) {
        return acts.stream()
                .filter(act -> act.is(DRAW_REQUESTED) && act.saying("subject").equals(said(draw, "id")))
                .findFirst();
    }

    /** Whoever draws again is bound by it: nobody chooses between two panels. */
    private boolean isLast(Entered requested, String lot) {
        return acts.stream()
                .noneMatch(act ->
                        act.is(DRAW_REQUESTED) && act.saying("lot").equals(lot) && act.index() > requested.index());
    }

    private void sheets(Map<String, Object> result, Entered award, String lot, String path) {
        var signed = acts.stream()
                .filter(act -> act.is("SCORES_SIGNED") && act.saying("lot").equals(lot))
                .toList();
        for (var act : signed) sheet(act);
        var counted = Json.objects(result, "sheets");
        boolean right = new Ranking(result).byScore()
                ? together(signed, award, result, lot) && all(counted, lastOf(ofHolders(signed, result)), result)
                : signed.isEmpty()
                        && counted.isEmpty()
                        && revelations(lot).findAny().isEmpty();
        if (!right) found.accept(BundleFault.SHEETS_DIFFER, path);
        for (var sheet : counted) counted(sheet, path);
    }

    /** Of the panel that holds: the first after its draw, so that nobody signs anew who has seen the points of others. */
    private Optional<Entered> revealed(Map<String, Object> result, String lot) {
        var drawn = requested(Json.object(result, "draw").orElse(Map.of()));
        return revelations(lot)
                .filter(act -> drawn.isEmpty() || act.index() > drawn.get().index())
                .findFirst();
    }

    /** Of a panel that was formed anew afterwards the subject is its draw. */
    private Stream<Entered> revelations(String lot) {
        return acts.stream()
                .filter(act -> act.is("SCORES_REVEALED"))
                .filter(act ->
                        act.saying("subject").equals(lot) || act.saying("lot").equals(lot));
    }

    /** All were signed before any was seen, and seen before somebody was awarded. */
    private boolean together(List<Entered> signed, Entered award, Map<String, Object> result, String lot) {
        var revealed = revealed(result, lot);
        return revealed.isPresent()
                && revealed.get().index() < award.index()
                && revealed.get().counting("sheets").orElse(-1L) == signed.size()
                && signed.stream().allMatch(act -> act.index() < revealed.get().index());
    }

    /** Without those of seats that changed hands afterwards, and of panels that were formed anew: they stay in the ledger, and do not count. */
    private List<Entered> ofHolders(List<Entered> signed, Map<String, Object> result) {
        var draw = Json.object(result, "draw").orElse(Map.of());
        return requested(draw)
                .map(requested -> new SeatCheck(draw, requested, acts))
                .map(seats -> signed.stream().filter(seats::isOfTheHolder).toList())
                .orElse(signed);
    }

    /** The ids of the sheets that count: of each seat the last revision. */
    private static Set<String> lastOf(List<Entered> signed) {
        var last = new TreeMap<Long, Entered>();
        for (var act : signed) last.merge(act.counting("seat").orElse(-1L), act, EvaluationCheck::later);
        return last.values().stream().map(act -> act.saying("subject")).collect(Collectors.toSet());
    }

    private static boolean all(List<Map<String, Object>> counted, Set<String> last, Map<String, Object> result) {
        return counted.size() == last.size()
                && counted.size() == Json.objects(result, "panel").size()
                && counted.stream()
                        .map(sheet -> said(sheet, "id"))
                        .collect(Collectors.toSet())
                        .equals(last);
    }

    private static Entered later(Entered one, Entered other) {
        return one.counting("revision").orElse(0L) > other.counting("revision").orElse(0L) ? one : other;
    }

    /** Its text is the one that was signed. */
    private void sheet(Entered signed) {
        var path = SHEETS + signed.saying("subject") + ".json";
        known.add(path);
        var bytes = bundle.files().get(path);
        if (bytes == null) {
            found.accept(BundleFault.SHEET_MISSING, path);
            return;
        }
        if (!HexFormat.of().formatHex(Hash.sha256(bytes)).equals(signed.saying("digest"))) {
            found.accept(BundleFault.SHEET_CHANGED, path);
            return;
        }
        var written = Json.members(new String(bytes, StandardCharsets.UTF_8));
        boolean same = said(written, "lot").equals(signed.saying("lot"))
                && Json.whole(written, "seat").equals(signed.counting("seat"))
                && Json.whole(written, "revision").equals(signed.counting("revision"));
        if (!same) found.accept(BundleFault.SHEET_CHANGED, path);
    }

    /** The result counts what the sheet says. */
    private void counted(Map<String, Object> sheet, String path) {
        var text = bundle.text(SHEETS + said(sheet, "id") + ".json")
                .map(Json::members)
                .orElse(Map.of());
        var written = new ArrayList<String>();
        for (var score : Json.objects(text, "scores")) written.add(line(score));
        var counted = new ArrayList<String>();
        for (var score : Json.objects(sheet, "scores")) counted.add(line(score));
        boolean there = bundle.files().containsKey(SHEETS + said(sheet, "id") + ".json");
        if (there && !written.equals(counted)) found.accept(BundleFault.SHEETS_DIFFER, path);
    }

    private static String line(Map<String, Object> score) {
        return said(score, "bid") + " " + Json.whole(score, "item").orElse(-1L) + " "
                + Json.whole(score, "points").orElse(-1L);
    }

    private static String said(Map<String, Object> members, String name) {
        return Json.text(members, name).orElse("");
    }
}
