package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Derives again what lay in the boxes that were opened: that every bid in them was in time, that none was added, dropped or exchanged, and
 * which one of each bidder counted (招标投标法 29).
 */
final class BoxCheck {
    static final String OPENED = "OPENED";
    static final String SEALED = "BOX_SEALED";
    static final String WITHDRAWN = "BID_WITHDRAWN";
    /** By which an envelope comes into a box. */
    static final Set<String> GIVEN = Set.of("BID_SUBMITTED", "BID_REPLACED");

    static final Set<String> EVENTS = Set.of("BID_SUBMITTED", "BID_REPLACED", WITHDRAWN);
    static final String BIDS = "bids/";
    /** Of a stage in which nothing was opened, since too few had bid: whoever bid stays unknown. */
    static final String NOTHING = "NONE";

    private final List<Entered> acts;
    private final CallTexts texts;
    private final BiConsumer<BundleFault, String> found;
    private final SignedActs signed;
    private final RecordCheck records;
    private final Set<String> opened;
    private final Map<String, Rederived.Box> boxes = new LinkedHashMap<>();

    /** @param acts in their order in the ledger */
    BoxCheck(Bundle bundle, List<Entered> acts, CallTexts texts, BiConsumer<BundleFault, String> found) {
        this.acts = acts;
        this.texts = texts;
        this.found = found;
        this.signed = new SignedActs(bundle, acts, found);
        this.records = new RecordCheck(bundle, acts, texts, signed, found);
        this.opened = acts.stream()
                .filter(act -> act.is(OPENED))
                .map(act -> act.saying("lot"))
                .collect(Collectors.toSet());
    }

    /** A bid that lay in the box when it was sealed. */
    record Standing(Entered act) {
        String envelope() {
            return act.saying("subject");
        }

        /** Its digest. */
        String manifest() {
            return act.saying("manifest");
        }
    }

    /** The files that it looked for. */
    Set<String> check() {
        for (var act : acts) {
            if (act.is(OPENED)) opening(act);
            else if (EVENTS.contains(act.saying("kind")) && !opened.contains(act.saying("lot"))) {
                found.accept(BundleFault.UNKNOWN, act.path());
            } else if (act.is(SEALED) && !opened.contains(act.saying("subject"))) {
                found.accept(BundleFault.UNKNOWN, act.path());
            }
        }
        var known = new HashSet<>(records.known());
        known.addAll(signed.known());
        return known;
    }

    /** Once a lot, however many stages it was opened in. */
    List<Rederived.Box> boxes() {
        return List.copyOf(boxes.values());
    }

    /** Whose prices were read out. */
    List<Rederived.Bid> bids() {
        return records.bids();
    }

    private void opening(Entered opening) {
        var lot = opening.saying("lot");
        var seals = acts.stream()
                .filter(act -> act.is(SEALED) && act.saying("subject").equals(lot))
                .toList();
        if (seals.size() != 1 || seals.getFirst().index() > opening.index()) {
            found.accept(BundleFault.BOX_UNSEALED, opening.path());
            return;
        }
        if (!LeastCheck.follows(opening, texts)) found.accept(BundleFault.LEAST_DIFFERS, opening.path());
        if (opening.saying("stage").equals(NOTHING)) return;
        var seal = seals.getFirst();
        var events = acts.stream()
                .filter(act ->
                        EVENTS.contains(act.saying("kind")) && act.saying("lot").equals(lot))
                .toList();
        if (!boxes.containsKey(lot)) signed.check(opening, events);
        var standing = box(seal, events);
        DeadlineCheck.differing(texts.of(lot), seal)
                .forEach(act -> found.accept(BundleFault.DEADLINE_DIFFERS, act.path()));
        records.check(opening, seal, standing);
    }

    /** What stood in the box when it was sealed, by bidder. */
    private Map<String, Standing> box(Entered seal, List<Entered> events) {
        var standing = new LinkedHashMap<String, Standing>();
        var link = Hash.sha256(hex(seal.saying("seed")));
        for (var act : events) {
            link = linked(link, act);
            if (!HexFormat.of().formatHex(link).equals(act.saying("link")))
                found.accept(BundleFault.BOX_CHAIN, act.path());
            if (act.saying("acceptedAt").compareTo(seal.saying("deadline")) >= 0 || act.index() > seal.index()) {
                found.accept(BundleFault.BID_LATE, act.path());
            }
            happens(act, standing);
        }
        if (seal.counting("events").orElse(-1L) != events.size()) found.accept(BundleFault.BOX_COUNT, seal.path());
        if (!HexFormat.of().formatHex(link).equals(seal.saying("link")))
            found.accept(BundleFault.BOX_CHAIN, seal.path());
        var lot = seal.saying("subject");
        boxes.put(lot, new Rederived.Box(lot, events.size(), standing.size()));
        return standing;
    }

    /** Whoever takes an envelope back does not take back the one that replaced it. */
    private static void happens(Entered act, Map<String, Standing> standing) {
        var body = act.saying("body");
        if (!act.is(WITHDRAWN)) {
            standing.put(body, new Standing(act));
            return;
        }
        var taken = standing.get(body);
        if (taken != null && taken.envelope().equals(act.saying("subject"))) standing.remove(body);
    }

    private static byte[] linked(byte[] before, Entered event) {
        var said = event.saying("kind") + "|" + event.saying("subject") + "|" + event.saying("acceptedAt");
        return Hash.sha256(
                "goufu-box/1".getBytes(StandardCharsets.US_ASCII),
                before,
                said.getBytes(StandardCharsets.UTF_8),
                hex(event.saying("manifest")));
    }

    private static byte[] hex(String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
