package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Derives again what lay in the boxes that were opened: that every bid in them was in time, that none was added, dropped or exchanged,
 * which one of each bidder counted (招标投标法 29), and that the prices read out are those that were sealed.
 */
final class BoxCheck {
    static final String OPENED = "OPENED";
    static final String SEALED = "BOX_SEALED";
    static final Set<String> EVENTS = Set.of("BID_SUBMITTED", "BID_REPLACED", "BID_WITHDRAWN");
    static final String RECORDS = "openings/";
    static final String BIDS = "bids/";

    private static final String WITHDRAWN = "BID_WITHDRAWN";
    private static final String FORMAT = "goufu-opening/1";
    /** Of a stage in which nothing was opened, since too few had bid: whoever bid stays unknown. */
    private static final String NOTHING = "NONE";

    private final Bundle bundle;
    private final List<Entered> acts;
    private final BiConsumer<BundleFault, String> found;
    private final Set<String> known = new HashSet<>();
    private final SignedActs signed;
    private final Set<String> opened;
    private final Map<String, CallTexts> texts = new HashMap<>();
    private final Map<String, LotKeysets> keysets = new HashMap<>();
    private final Map<String, Rederived.Box> boxes = new LinkedHashMap<>();
    private final List<Rederived.Bid> bids = new ArrayList<>();

    /** @param acts in their order in the ledger */
    BoxCheck(Bundle bundle, List<Entered> acts, BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.acts = acts;
        this.found = found;
        this.signed = new SignedActs(bundle, acts, found);
        this.opened = acts.stream()
                .filter(act -> act.is(OPENED))
                .map(act -> act.saying("lot"))
                .collect(Collectors.toSet());
    }

    /** @param manifest its digest */
    private record Standing(Entered act, String manifest) {
        String envelope() {
            return act.saying("subject");
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
        known.addAll(signed.known());
        return known;
    }

    private LotKeysets keysets(String lot) {
        return keysets.computeIfAbsent(lot, one -> new LotKeysets(acts, one));
    }

    /** Once a lot, however many stages it was opened in. */
    List<Rederived.Box> boxes() {
        return List.copyOf(boxes.values());
    }

    /** Whose prices were read out. */
    List<Rederived.Bid> bids() {
        return List.copyOf(bids);
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
        if (!LeastCheck.follows(opening, bundle)) found.accept(BundleFault.LEAST_DIFFERS, opening.path());
        if (opening.saying("stage").equals(NOTHING)) return;
        var seal = seals.getFirst();
        var events = acts.stream()
                .filter(act ->
                        EVENTS.contains(act.saying("kind")) && act.saying("lot").equals(lot))
                .toList();
        if (!boxes.containsKey(lot)) signed.check(opening, events);
        var standing = box(seal, events);
        deadline(seal);
        record(opening, seal, standing);
    }

    /** Read once a lot, however many bids answer them. */
    private CallTexts texts(String lot) {
        return texts.computeIfAbsent(lot, one -> new CallTexts(bundle, acts, one));
    }

    private void deadline(Entered seal) {
        var text = texts(seal.saying("subject")).at(seal.index());
        boolean differs = text.filter(one ->
                        !one.deadline().isEmpty() && !plain(one.deadline()).equals(plain(seal.saying("deadline"))))
                .isPresent();
        if (differs) found.accept(BundleFault.DEADLINE_DIFFERS, seal.path());
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
            if (act.is(WITHDRAWN)) standing.remove(act.saying("body"));
            else standing.put(act.saying("body"), new Standing(act, act.saying("manifest")));
        }
        if (seal.counting("events").orElse(-1L) != events.size()) found.accept(BundleFault.BOX_COUNT, seal.path());
        if (!HexFormat.of().formatHex(link).equals(seal.saying("link")))
            found.accept(BundleFault.BOX_CHAIN, seal.path());
        var lot = seal.saying("subject");
        boxes.put(lot, new Rederived.Box(lot, events.size(), standing.size()));
        return standing;
    }

    private static byte[] linked(byte[] before, Entered event) {
        var said = event.saying("kind") + "|" + event.saying("subject") + "|" + event.saying("acceptedAt");
        return Hash.sha256(
                "goufu-box/1".getBytes(StandardCharsets.US_ASCII),
                before,
                said.getBytes(StandardCharsets.UTF_8),
                hex(event.saying("manifest")));
    }

    private void record(Entered opening, Entered seal, Map<String, Standing> standing) {
        var path = RECORDS + opening.saying("subject") + ".json";
        known.add(path);
        var bytes = bundle.files().get(path);
        if (bytes == null) {
            found.accept(BundleFault.RECORD_MISSING, path);
            return;
        }
        if (!HexFormat.of().formatHex(Hash.sha256(bytes)).equals(opening.saying("record"))) {
            found.accept(BundleFault.RECORD_CHANGED, path);
            return;
        }
        var record = Json.members(new String(bytes, StandardCharsets.UTF_8));
        var bids = Json.objects(record, "bids");
        var named =
                bids.stream().map(bid -> Json.text(bid, "envelope").orElse("")).collect(Collectors.toSet());
        var lying = standing.values().stream().map(Standing::envelope).collect(Collectors.toSet());
        boolean agrees = FORMAT.equals(record.get("format"))
                && Json.text(record, "lot").orElse("").equals(opening.saying("lot"))
                && Json.text(record, "stage").orElse("").equals(opening.saying("stage"))
                && opening.counting("bids").orElse(-1L) == standing.size()
                && bids.size() == standing.size()
                && named.equals(lying);
        if (!agrees) {
            found.accept(BundleFault.RECORD_DIFFERS, path);
            return;
        }
        for (var bid : bids) bid(bid, seal, standing, path);
    }

    private void bid(Map<String, Object> bid, Entered seal, Map<String, Standing> standing, String record) {
        var body = Json.object(bid, "body").flatMap(one -> Json.text(one, "id")).orElse("");
        var lying = standing.get(body);
        var envelope = Json.text(bid, "envelope").orElse("");
        if (lying == null
                || !lying.envelope().equals(envelope)
                || !lying.manifest().equals(Json.text(bid, "manifest").orElse(""))
                || !plain(lying.act().saying("acceptedAt"))
                        .equals(plain(Json.text(bid, "acceptedAt").orElse("")))) {
            found.accept(BundleFault.RECORD_DIFFERS, record);
            return;
        }
        signed.given(envelope).ifPresent(manifest -> {
            given(bid, lying.act(), manifest, record);
            if (bid.containsKey("consortium")) agreement(bid, lying.act(), seal, manifest, record);
        });
    }

    private void given(Map<String, Object> bid, Entered given, SealedPrice sealed, String record) {
        var folder = BIDS + given.saying("subject") + "/";
        if (texts(given.saying("lot"))
                .at(given.index())
                .filter(text -> !text.digest().equals(sealed.notice()))
                .isPresent()) {
            found.accept(BundleFault.VERSION_DIFFERS, folder + "manifest");
        }
        holders(given, sealed, folder + "manifest");
        if (bid.containsKey("price")) price(bid, sealed, folder + "price-", record);
    }

    private void holders(Entered given, SealedPrice sealed, String path) {
        var keyset = keysets(given.saying("lot")).at(given.index());
        if (keyset.isEmpty()) found.accept(BundleFault.KEYSET_UNENTERED, path);
        else if (!keyset.get().equals(sealed.keyset())) found.accept(BundleFault.KEYSET_DIFFERS, path);
    }

    private void agreement(Map<String, Object> bid, Entered given, Entered seal, SealedPrice sealed, String record) {
        var shown = Json.object(bid, "consortium").orElse(Map.of());
        var where = record + "#" + Json.said(bid, "envelope");
        if (SignedAgreement.of(shown).holds(sealed.core(), "OPENED".equals(bid.get("outcome")))) {
            signed.agreement(shown, given, seal, where);
        } else {
            found.accept(BundleFault.AGREEMENT_DIFFERS, where);
        }
    }

    private void price(Map<String, Object> bid, SealedPrice sealed, String folder, String record) {
        var chunks = new ArrayList<byte[]>();
        for (int i = 0; i < sealed.chunks().size(); i++) {
            known.add(folder + i);
            var chunk = bundle.files().get(folder + i);
            if (chunk == null) {
                found.accept(BundleFault.CIPHERTEXT_MISSING, folder + i);
                return;
            }
            chunks.add(chunk);
        }
        var read = sealed.opened(Json.text(bid, "priceKey").orElse(""), chunks).map(Json::members);
        boolean same = read.isPresent() && Json.same(read.get(), bid.get("price"));
        if (!same) {
            found.accept(
                    BundleFault.PRICE_DIFFERS,
                    record + "#" + Json.text(bid, "envelope").orElse(""));
            return;
        }
        if (!new CallTerms(bundle, Json.text(sealed.core(), "lotId").orElse("")).readAsTheCeilingDoes(bid)) {
            found.accept(
                    BundleFault.CEILING_DIFFERS,
                    record + "#" + Json.text(bid, "envelope").orElse(""));
        }
        var bidder = Json.object(bid, "body").flatMap(one -> Json.text(one, "name"));
        var total = Json.object(bid, "price").flatMap(one -> Json.whole(one, "totalFen"));
        bids.add(new Rederived.Bid(bidder.orElse(""), total.orElse(0L)));
    }

    /** A moment without the zeros that one writer adds and another does not. */
    private static String plain(String moment) {
        return moment.contains(".") ? moment.replaceFirst("0*Z$", "Z").replaceFirst("\\.Z$", "Z") : moment;
    }

    private static byte[] hex(String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
