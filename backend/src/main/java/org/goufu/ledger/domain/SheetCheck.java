package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Derives again what was scored: every sheet is the one that was signed before any was revealed, and the result counts what it says. */
final class SheetCheck {
    private static final String SHEETS = "sheets/";

    private final Map<String, Object> result;
    private final String lot;
    private final Bundle bundle;
    private final DrawCheck draw;
    private final List<Entered> signed;
    private final List<Entered> revelations;
    private final BiConsumer<BundleFault, String> found;
    private final Set<String> known = new HashSet<>();

    SheetCheck(
            Map<String, Object> result,
            String lot,
            Bundle bundle,
            List<Entered> acts,
            DrawCheck draw,
            BiConsumer<BundleFault, String> found) {
        this.result = result;
        this.lot = lot;
        this.bundle = bundle;
        this.draw = draw;
        this.signed = acts.stream()
                .filter(act -> act.is("SCORES_SIGNED") && act.saying("lot").equals(lot))
                .toList();
        this.revelations = acts.stream()
                .filter(act -> act.is("SCORES_REVEALED") && isOfLot(act))
                .toList();
        this.found = found;
    }

    /** Of a panel that was formed anew afterwards the subject is its draw. */
    private boolean isOfLot(Entered revelation) {
        return revelation.saying("subject").equals(lot)
                || revelation.saying("lot").equals(lot);
    }

    /**
     * The files that it looked for.
     *
     * @param path of the result
     */
    Set<String> check(Entered award, String path) {
        signed.forEach(this::text);
        var counted = Json.objects(result, "sheets");
        boolean right = new Ranking(result).byScore()
                ? areTogether(award) && areCounted(counted) && new ScoresCheck(result).follow()
                : signed.isEmpty() && counted.isEmpty() && revelations.isEmpty();
        if (!right) found.accept(BundleFault.SHEETS_DIFFER, path);
        for (var sheet : counted) {
            if (!saysTheSame(sheet)) found.accept(BundleFault.SHEETS_DIFFER, path);
        }
        return known;
    }

    /** When any points of the lot were seen first. */
    Optional<Entered> firstRevealed() {
        return revelations.stream().findFirst();
    }

    /** Of the panel that holds: the first after its draw, so that nobody signs anew who has seen the points of others. */
    Optional<Entered> revealed() {
        var drawn = draw.requested();
        return revelations.stream()
                .filter(act -> drawn.isEmpty() || act.index() > drawn.get().index())
                .findFirst();
    }

    /** All were signed before any was seen, and seen before somebody was awarded. */
    private boolean areTogether(Entered award) {
        var revealed = revealed();
        return revealed.isPresent()
                && revealed.get().index() < award.index()
                && revealed.get().counting("sheets").orElse(-1L) == signed.size()
                && signed.stream().allMatch(act -> act.index() < revealed.get().index());
    }

    private boolean areCounted(List<Map<String, Object>> counted) {
        var last = lastOf(ofHolders());
        return counted.size() == last.size()
                && counted.size() == Json.objects(result, "panel").size()
                && counted.stream()
                        .map(sheet -> Json.said(sheet, "id"))
                        .collect(Collectors.toSet())
                        .equals(last);
    }

    /** Without those of seats that changed hands afterwards, and of panels that were formed anew: they stay in the ledger, and do not count. */
    private List<Entered> ofHolders() {
        return draw.seats()
                .map(seats -> signed.stream().filter(seats::isOfTheHolder).toList())
                .orElse(signed);
    }

    /** The ids of the sheets that count: of each seat the last revision. */
    private static Set<String> lastOf(List<Entered> signed) {
        var last = new TreeMap<Long, Entered>();
        for (var act : signed) last.merge(act.counting("seat").orElse(-1L), act, SheetCheck::later);
        return last.values().stream().map(act -> act.saying("subject")).collect(Collectors.toSet());
    }

    private static Entered later(Entered one, Entered other) {
        return one.counting("revision").orElse(0L) > other.counting("revision").orElse(0L) ? one : other;
    }

    /** A sheet's is the one that was signed. */
    private void text(Entered sheet) {
        var path = path(sheet.saying("subject"));
        known.add(path);
        var bytes = bundle.files().get(path);
        if (bytes == null) found.accept(BundleFault.SHEET_MISSING, path);
        else if (!isSigned(bytes, sheet)) found.accept(BundleFault.SHEET_CHANGED, path);
    }

    private static boolean isSigned(byte[] bytes, Entered sheet) {
        if (!HexFormat.of().formatHex(Hash.sha256(bytes)).equals(sheet.saying("digest"))) return false;
        var written = Json.members(new String(bytes, StandardCharsets.UTF_8));
        return Json.said(written, "lot").equals(sheet.saying("lot"))
                && Json.whole(written, "seat").equals(sheet.counting("seat"))
                && Json.whole(written, "revision").equals(sheet.counting("revision"));
    }

    /** Whether the result counts what the sheet says; true also where its text is missing, which is named. */
    private boolean saysTheSame(Map<String, Object> counted) {
        var path = path(Json.said(counted, "id"));
        if (!bundle.files().containsKey(path)) return true;
        var written = bundle.text(path).map(Json::members).orElse(Map.of());
        return lines(written).equals(lines(counted));
    }

    private static List<String> lines(Map<String, Object> sheet) {
        return Json.objects(sheet, "scores").stream().map(SheetCheck::line).toList();
    }

    private static String line(Map<String, Object> score) {
        return Json.said(score, "bid") + " " + Json.whole(score, "item").orElse(-1L) + " "
                + Json.whole(score, "points").orElse(-1L);
    }

    private static String path(String sheet) {
        return SHEETS + sheet + ".json";
    }
}
