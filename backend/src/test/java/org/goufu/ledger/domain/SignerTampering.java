package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;
import static org.goufu.ledger.domain.TamperedBox.first;
import static org.goufu.ledger.domain.TamperedBox.handedOut;
import static org.goufu.ledger.domain.TamperedBox.opened;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a dishonest platform may do to bid in somebody's name (security.md 6.4), and what the verifiers must say to it. */
enum SignerTampering implements TamperedBox {
    BID_INVENTED_WITH_A_KEY_THAT_WAS_NEVER_ENTERED(BundleFault.SIGNER_UNENTERED, box -> {
        var body = box.ledger.id().toString();
        box.signers.as(body, SmallSigner.made(box.ledger));
        box.submit(body, 9_100_000);
        return opened(box);
    }),
    KEY_ENTERED_AFTER_THE_BID(BundleFault.SIGNER_UNENTERED, box -> {
        enrolledLate(box, Map.of());
        return opened(box);
    }),
    KEY_SAID_TO_BE_OF_BEFORE_THE_LEDGER_KNEW_ANY(BundleFault.SIGNER_EARLIER, box -> {
        enrolledLate(box, Map.of("earlier", true));
        return opened(box);
    }),
    BID_INVENTED_WITH_THE_KEY_OF_ANOTHER(BundleFault.SIGNER_DIFFERS, box -> {
        var body = box.ledger.id().toString();
        box.signers.as(body, box.signers.of(first(box).body()));
        box.submit(body, 9_100_000);
        return opened(box);
    }),
    BID_WITH_A_KEY_THAT_WAS_REVOKED_BEFORE(BundleFault.SIGNER_REVOKED, box -> {
        var body = box.ledger.id().toString();
        box.signers.revoked(box.signers.of(body), body);
        box.submit(body, 9_100_000);
        return opened(box);
    }),
    WITHDRAWAL_WITH_A_KEY_THAT_WAS_REVOKED_BEFORE(BundleFault.SIGNER_REVOKED, box -> {
        var body = first(box).body();
        box.signers.revoked(box.signers.of(body), body);
        box.withdraw(body);
        return opened(box);
    }),
    SIGNATURES_SWAPPED(BundleFault.SIGNATURE_WRONG, box -> {
        var files = opened(box);
        files.put(signature(first(box)), files.get(signature(last(box))));
        return files;
    }),
    ONE_BIT_OF_A_SIGNATURE(BundleFault.SIGNATURE_WRONG, box -> {
        var bid = first(box);
        var signer = box.signers.of(bid.body());
        var damaged = signer.signature(bid.manifest());
        damaged[40] ^= 1;
        var files = opened(box);
        files.put(signature(bid), SmallSigners.written(signer, damaged));
        return files;
    }),
    SIGNATURE_WRITTEN_IN_ANOTHER_WAY(BundleFault.SIGNATURE_WRONG, box -> {
        var files = opened(box);
        var written = new String(files.get(signature(first(box))), StandardCharsets.US_ASCII);
        files.put(signature(first(box)), utf8(written.replace("\"}", "==\"}")));
        return files;
    }),
    SIGNATURE_THAT_IS_NONE(BundleFault.SIGNER_UNENTERED, box -> {
        var files = opened(box);
        files.put(signature(first(box)), utf8("none"));
        return files;
    }),
    KEY_ENTERED_AS_ANOTHER_POINT(BundleFault.SIGNATURE_WRONG, box -> {
        var body = box.ledger.id().toString();
        var signer = SmallSigner.made(box.ledger);
        var other = SmallBox.base64(SmallSigner.made(box.ledger).point());
        box.signers.enrolled(box.signers.as(body, signer), body, Map.of("pub", other));
        box.submit(body, 9_100_000);
        return opened(box);
    }),
    KEY_ENTERED_AS_NO_POINT(BundleFault.SIGNATURE_WRONG, box -> {
        var body = box.ledger.id().toString();
        var signer = SmallSigner.made(box.ledger);
        box.signers.enrolled(box.signers.as(body, signer), body, Map.of("pub", "BAAA"));
        box.submit(body, 9_100_000);
        return opened(box);
    }),
    BID_SIGNED_AS_A_WITHDRAWAL(BundleFault.SIGNATURE_WRONG, box -> {
        var gone = first(box);
        var signer = box.signers.of(gone.body());
        box.withdraw(gone.body());
        var files = opened(box);
        files.put(
                SmallSigners.path("BID_WITHDRAWN", gone),
                SmallSigners.written(signer, signer.signature(gone.manifest())));
        return files;
    }),
    WITHDRAWAL_OF_ANOTHER_BID(BundleFault.SIGNATURE_WRONG, box -> {
        var gone = first(box);
        var signer = box.signers.of(gone.body());
        box.withdraw(gone.body());
        var files = opened(box);
        var message = utf8("goufu-withdraw/1|" + last(box).envelope());
        files.put(SmallSigners.path("BID_WITHDRAWN", gone), SmallSigners.written(signer, signer.signature(message)));
        return files;
    }),
    SIGNATURE_LEFT_OUT(BundleFault.SIGNATURE_MISSING, box -> {
        var files = opened(box);
        files.remove(signature(first(box)));
        return files;
    }),
    SIGNATURE_OF_A_WITHDRAWAL_LEFT_OUT(BundleFault.SIGNATURE_MISSING, box -> {
        var gone = first(box);
        box.withdraw(gone.body());
        var files = opened(box);
        files.remove(SmallSigners.path("BID_WITHDRAWN", gone));
        return files;
    }),
    BUNDLE_OF_BEFORE_THERE_WERE_SIGNATURES(BundleFault.SIGNATURE_MISSING, box -> {
        box.sealed();
        var record = box.record(List.copyOf(box.standing.values()));
        box.opened(record.replaceAll(",\"signer\":\"[^\"]*\"", ""), List.of());
        var files = handedOut(box);
        files.keySet().removeIf(path -> path.endsWith("/signature") || path.endsWith("/withdrawal"));
        for (var act : box.ledger.of(box.purchase)) {
            if (act.body().contains(SigningKeyActs.ENROLLED)) files.remove(act.path());
        }
        return files;
    }),
    ENROLMENT_LEFT_OUT(BundleFault.SIGNER_UNENTERED, box -> {
        var body = box.ledger.id().toString();
        var signer = SmallSigner.made(box.ledger);
        var enrolled = box.signers.enrolled(box.signers.as(body, signer), body, Map.of());
        box.submit(body, 9_100_000);
        var files = opened(box);
        files.remove(enrolled.path());
        return files;
    }),
    ENROLMENT_BEFORE_A_REVOCATION_LEFT_OUT(BundleFault.HOLE, box -> {
        var body = box.ledger.id().toString();
        var signer = SmallSigner.made(box.ledger);
        var enrolled = box.signers.enrolled(box.signers.as(body, signer), body, Map.of());
        box.submit(body, 9_100_000);
        box.signers.revoked(signer, body);
        var files = opened(box);
        files.remove(enrolled.path());
        return files;
    }),
    REVOCATION_LEFT_OUT(BundleFault.SIGNER_ACTS_DIFFER, box -> {
        var body = box.ledger.id().toString();
        var revoked = box.signers.revoked(box.signers.of(body), body);
        box.submit(body, 9_100_000);
        var files = opened(box);
        files.remove(revoked.path());
        return files;
    }),
    REVOCATION_NOT_LOOKED_AT(BundleFault.SIGNER_ACTS_DIFFER, box -> {
        var body = box.ledger.id().toString();
        var signer = box.signers.of(body);
        box.submit(body, 9_100_000);
        var before = new ArrayList<>(box.signers.rests());
        box.signers.revoked(signer, body);
        box.sealed();
        box.opened(box.record(List.copyOf(box.standing.values())), before);
        return handedOut(box);
    }),
    ACTS_OF_KEYS_NOT_NAMED(BundleFault.SIGNER_ACTS_DIFFER, box -> {
        box.sealed();
        box.opened(box.record(List.copyOf(box.standing.values())), List.of());
        return handedOut(box);
    }),
    KEY_ENTERED_TWICE(BundleFault.TWICE, box -> {
        var body = first(box).body();
        box.signers.enrolled(box.signers.of(body), body, Map.of());
        return opened(box);
    }),
    REPLACED_BID_LEFT_OUT(BundleFault.MANIFEST_MISSING, box -> {
        var replaced = first(box);
        box.replace(replaced.body(), 9_000_000);
        var files = opened(box);
        files.remove(replaced.folder() + "/manifest");
        return files;
    }),
    REPLACED_BID_EXCHANGED(BundleFault.MANIFEST_CHANGED, box -> {
        var replaced = first(box);
        box.replace(replaced.body(), 9_000_000);
        var files = opened(box);
        files.put(replaced.folder() + "/manifest", last(box).manifest());
        return files;
    }),
    WITHDRAWN_BID_OF_ANOTHER_LOT(BundleFault.BID_DIFFERS, box -> {
        var body = box.ledger.id().toString();
        box.event("BID_SUBMITTED", box.made(body, box.ledger.id().toString(), 9_000_000), box.moment());
        box.withdraw(body);
        return opened(box);
    });

    private final BundleFault fault;
    private final Function<SmallBox, TreeMap<String, byte[]>> deed;

    SignerTampering(BundleFault fault, Function<SmallBox, TreeMap<String, byte[]>> deed) {
        this.fault = fault;
        this.deed = deed;
    }

    @Override
    public BundleFault fault() {
        return fault;
    }

    @Override
    public Function<SmallBox, TreeMap<String, byte[]>> deed() {
        return deed;
    }

    private static void enrolledLate(SmallBox box, Map<String, Object> more) {
        var body = box.ledger.id().toString();
        var signer = box.signers.as(body, SmallSigner.made(box.ledger));
        box.submit(body, 9_100_000);
        box.signers.enrolled(signer, body, more);
    }

    private static SmallBox.Bid last(SmallBox box) {
        return List.copyOf(box.standing.values()).getLast();
    }

    private static String signature(SmallBox.Bid bid) {
        return SmallSigners.path("BID_SUBMITTED", bid);
    }
}
