package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** By whose keys the acts on bids in a {@link SmallBox} are signed: the keys in the ledger, and what they signed. */
final class SmallSigners {
    /** A signature as it stands in a bundle, by its path. */
    final Map<String, byte[]> files = new TreeMap<>();

    private final SmallLedger ledger;
    private final UUID purchase;
    private final Map<String, SmallSigner> ofBodies = new HashMap<>();
    private final List<String> used = new ArrayList<>();

    SmallSigners(SmallLedger ledger, UUID purchase) {
        this.ledger = ledger;
        this.purchase = purchase;
    }

    /** The body's, enrolled when it first signs. */
    SmallSigner of(String body) {
        var known = ofBodies.get(body);
        if (known != null) return known;
        var made = SmallSigner.made(ledger);
        enrolled(made, body, Map.of());
        return as(body, made);
    }

    /** The same; an opening rests on what was done to it. */
    SmallSigner using(String body) {
        var signer = of(body);
        if (!used.contains(signer.id())) used.add(signer.id());
        return signer;
    }

    /** It signs for the body from now on, whatever the ledger says. */
    SmallSigner as(String body, SmallSigner signer) {
        ofBodies.put(body, signer);
        return signer;
    }

    /** @param more what the act says besides, or otherwise */
    SmallLedger.Entered enrolled(SmallSigner signer, String body, Map<String, Object> more) {
        return enter(SigningKeyActs.ENROLLED, signer, body, more);
    }

    SmallLedger.Entered revoked(SmallSigner signer, String body) {
        return enter(SigningKeyActs.REVOKED, signer, body, Map.of());
    }

    private SmallLedger.Entered enter(String kind, SmallSigner signer, String body, Map<String, Object> more) {
        var said = new TreeMap<String, Object>(
                Map.of("body", body, "kind", kind, "pub", SmallBox.base64(signer.point()), "subject", signer.id()));
        said.putAll(more);
        return ledger.beside(purchase, said);
    }

    void sign(String kind, SmallBox.Bid bid) {
        boolean withdrawn = kind.equals("BID_WITHDRAWN");
        var signer = using(bid.body());
        var message = withdrawn ? utf8("goufu-withdraw/1|" + bid.envelope()) : bid.manifest();
        files.put(path(kind, bid), written(signer, signer.signature(message)));
        if (!withdrawn) files.put(bid.folder() + "/manifest", bid.manifest());
    }

    static String path(String kind, SmallBox.Bid bid) {
        return bid.folder() + (kind.equals("BID_WITHDRAWN") ? "/withdrawal" : "/signature");
    }

    static byte[] written(SmallSigner signer, byte[] signature) {
        return utf8("{\"key\":\"" + signer.id() + "\",\"signature\":\"" + SmallBox.base64(signature) + "\"}");
    }

    /** The last act of each key that signed, as an opening names them. */
    List<String> rests() {
        return used.stream().map(key -> "\"" + ledger.lastDoneTo(key) + "\"").toList();
    }
}
