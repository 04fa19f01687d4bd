package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.goufu.ledger.domain.BoxCheck.Standing;

/** Derives again that the record of an opening names the bids that stood in the box, and that the prices read out are those that were sealed. */
final class RecordCheck {
    static final String RECORDS = "openings/";

    private static final String FORMAT = "goufu-opening/1";
    private static final String WHOLLY = "ALL";

    private final Bundle bundle;
    private final List<Entered> acts;
    private final CallTexts texts;
    private final SignedActs signed;
    private final BiConsumer<BundleFault, String> found;
    private final Set<String> known = new HashSet<>();
    private final Map<String, LotKeysets> keysets = new HashMap<>();
    private final List<Rederived.Bid> bids = new ArrayList<>();

    RecordCheck(
            Bundle bundle,
            List<Entered> acts,
            CallTexts texts,
            SignedActs signed,
            BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.acts = acts;
        this.texts = texts;
        this.signed = signed;
        this.found = found;
    }

    /** The files that it looked for. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    List<Rederived.Bid> bids() {
        return List.copyOf(bids);
    }

    /** Who gave a bid, as the record names it: alone, or together. */
    static String bidder(Map<String, Object> bid) {
        var together = Json.object(bid, "consortium")
                .map(one -> Json.objects(one, "members"))
                .orElse(List.of());
        if (!together.isEmpty()) {
            return together.stream().map(member -> Json.said(member, "name")).collect(Collectors.joining("、"));
        }
        return Json.object(bid, "body").map(body -> Json.said(body, "name")).orElse("");
    }

    void check(Entered opening, Entered seal, Map<String, Standing> standing) {
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
        if (!agrees(record, opening, standing)) {
            found.accept(BundleFault.RECORD_DIFFERS, path);
            return;
        }
        for (var bid : Json.objects(record, "bids")) bid(bid, seal, standing, path, opening);
    }

    private static boolean agrees(Map<String, Object> record, Entered opening, Map<String, Standing> standing) {
        var bids = Json.objects(record, "bids");
        var named = bids.stream().map(bid -> Json.said(bid, "envelope")).collect(Collectors.toSet());
        var lying = standing.values().stream().map(Standing::envelope).collect(Collectors.toSet());
        return FORMAT.equals(record.get("format"))
                && Json.said(record, "lot").equals(opening.saying("lot"))
                && Json.said(record, "stage").equals(opening.saying("stage"))
                && opening.counting("bids").orElse(-1L) == standing.size()
                && bids.size() == standing.size()
                && named.equals(lying);
    }

    private void bid(
            Map<String, Object> bid, Entered seal, Map<String, Standing> standing, String record, Entered opening) {
        var body = Json.object(bid, "body").flatMap(one -> Json.text(one, "id")).orElse("");
        var lying = standing.get(body);
        var envelope = Json.said(bid, "envelope");
        if (lying == null
                || !lying.envelope().equals(envelope)
                || !lying.manifest().equals(Json.said(bid, "manifest"))
                || !Moment.isSame(lying.act().saying("acceptedAt"), Json.said(bid, "acceptedAt"))) {
            found.accept(BundleFault.RECORD_DIFFERS, record);
            return;
        }
        var where = record + "#" + envelope;
        signed.given(envelope).ifPresent(manifest -> {
            given(lying.act(), manifest);
            if (bid.containsKey("consortium")) agreement(bid, lying.act(), seal, manifest, where);
            if (bid.containsKey("price")) price(bid, envelope, manifest, where);
            // Nobody is left out of a ranking by not reading out the price.
            else if (opening.saying("stage").equals(WHOLLY) && BoxCheck.OPENED.equals(bid.get("outcome"))) {
                found.accept(BundleFault.PRICE_DIFFERS, where);
            }
        });
    }

    private void given(Entered given, SealedPrice sealed) {
        var path = BoxCheck.BIDS + given.saying("subject") + "/manifest";
        var lot = given.saying("lot");
        if (texts.at(lot, given.index())
                .filter(text -> !text.digest().equals(sealed.notice()))
                .isPresent()) {
            found.accept(BundleFault.VERSION_DIFFERS, path);
        }
        var keyset =
                keysets.computeIfAbsent(lot, one -> new LotKeysets(acts, one)).at(given.index());
        if (keyset.isEmpty()) found.accept(BundleFault.KEYSET_UNENTERED, path);
        else if (!keyset.get().equals(sealed.keyset())) found.accept(BundleFault.KEYSET_DIFFERS, path);
    }

    private void agreement(Map<String, Object> bid, Entered given, Entered seal, SealedPrice sealed, String where) {
        var shown = Json.object(bid, "consortium").orElse(Map.of());
        if (SignedAgreement.of(shown).holds(sealed.core(), BoxCheck.OPENED.equals(bid.get("outcome")))) {
            signed.agreement(shown, given, seal, where);
        } else {
            found.accept(BundleFault.AGREEMENT_DIFFERS, where);
        }
    }

    private void price(Map<String, Object> bid, String envelope, SealedPrice sealed, String where) {
        var folder = BoxCheck.BIDS + envelope + "/price-";
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
        var read = sealed.opened(Json.said(bid, "priceKey"), chunks).map(Json::members);
        if (read.isEmpty() || !Json.same(read.get(), bid.get("price"))) {
            found.accept(BundleFault.PRICE_DIFFERS, where);
            return;
        }
        if (!new CallTerms(texts, Json.said(sealed.core(), "lotId")).readAsTheCeilingDoes(bid)) {
            found.accept(BundleFault.CEILING_DIFFERS, where);
        }
        var total = Json.object(bid, "price").flatMap(one -> Json.whole(one, "totalFen"));
        bids.add(new Rederived.Bid(bidder(bid), total.orElse(0L)));
    }
}
