package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Derives again that each act on a bid is its bidder's own: what was given is what the act names, and was signed by a key that stood in the
 * ledger before it as one of that very body, with nothing left out that was done to the key until the opening.
 *
 * <p>Whoever has all rights on the database could else invent a bid, and only the body in whose name it is would know.
 */
final class SignedActs {
    private static final String WITHDRAWN = "BID_WITHDRAWN";

    private final Bundle bundle;
    private final SigningKeyActs keys;
    private final BiConsumer<BundleFault, String> found;
    /** Digests of what was published. */
    private final Set<String> notices;

    private final Set<String> known = new HashSet<>();
    private final Map<String, SealedPrice> given = new HashMap<>();
    /** The first of each lot. */
    private final Map<String, Entered> openings = new HashMap<>();
    /** Of which key it was said already that the opening overlooks an act. */
    private final Set<String> overlooked = new HashSet<>();

    /** @param acts in their order in the ledger */
    SignedActs(Bundle bundle, List<Entered> acts, BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.keys = new SigningKeyActs(acts);
        this.found = found;
        this.notices = acts.stream()
                .map(act -> act.saying("digest"))
                .filter(digest -> !digest.isEmpty())
                .collect(Collectors.toSet());
    }

    /** @param message what had to be signed */
    private record Signed(Entered act, byte[] message, String path) {}

    /** The files that it looked for. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    /** What was given in an envelope; empty unless it is what its act names. */
    Optional<SealedPrice> given(String envelope) {
        return Optional.ofNullable(given.get(envelope));
    }

    /**
     * Once a lot, however many stages it was opened in.
     *
     * @param opening the first of the lot
     * @param events all that happened in its box
     */
    void check(Entered opening, List<Entered> events) {
        openings.put(opening.saying("lot"), opening);
        var signers = new LinkedHashSet<String>();
        for (var act : events) {
            var signed = signed(act);
            known.add(signed.path());
            var file = bundle.text(signed.path());
            if (file.isEmpty()) found.accept(BundleFault.SIGNATURE_MISSING, signed.path());
            else {
                var signature = Json.members(file.get());
                signers.add(Json.said(signature, "key"));
                signature(signed, signature);
            }
        }
        rests(opening, signers);
    }

    private void rests(Entered opening, Set<String> signers) {
        var rests = Set.copyOf(Json.texts(opening.said(), "rests"));
        for (var key : signers) {
            var last = keys.last(key, opening);
            var where = opening.path() + "#" + key;
            if (last.isPresent() && !rests.contains(last.get().commitment()) && overlooked.add(where)) {
                found.accept(BundleFault.SIGNER_ACTS_DIFFER, where);
            }
        }
    }

    /**
     * By which keys the members of a consortium signed its agreement: each by one of its own, that stood in the ledger when the box was
     * sealed, and that no bid rests on once it was revoked (decision 42).
     *
     * @param where the bid in its record
     */
    void agreement(Map<String, Object> shown, Entered given, Entered seal, String where) {
        var signers = new LinkedHashSet<String>();
        for (var member : Json.objects(shown, "members")) {
            Json.text(member, "signer").ifPresent(signers::add);
            memberFault(member, given, seal)
                    .ifPresent(fault -> found.accept(fault, where + "/" + Json.said(member, "body")));
        }
        var opening = openings.get(given.saying("lot"));
        if (opening != null) rests(opening, signers);
    }

    private Optional<BundleFault> memberFault(Map<String, Object> member, Entered given, Entered seal) {
        var key = Json.text(member, "signer");
        // Records of before did not say by which key of the ledger.
        if (key.isEmpty()) return Optional.of(BundleFault.SIGNER_EARLIER);
        var enrolled = keys.enrolled(key.get());
        if (enrolled.isEmpty()) return Optional.of(BundleFault.SIGNER_UNENTERED);
        var act = enrolled.get();
        if (!act.saying("body").equals(Json.said(member, "body"))) return Optional.of(BundleFault.SIGNER_DIFFERS);
        if (!act.saying("pub").equals(Json.said(member, "key"))) return Optional.of(BundleFault.SIGNATURE_WRONG);
        if (keys.isRevokedBefore(key.get(), given)) return Optional.of(BundleFault.SIGNER_REVOKED);
        if (act.index() < seal.index()) return Optional.empty();
        return Optional.of(SigningKeyActs.isEarlier(act) ? BundleFault.SIGNER_EARLIER : BundleFault.SIGNER_UNENTERED);
    }

    private Signed signed(Entered act) {
        var envelope = act.saying("subject");
        var folder = BoxCheck.BIDS + envelope + "/";
        if (act.is(WITHDRAWN)) {
            var message = ("goufu-withdraw/1|" + envelope).getBytes(StandardCharsets.UTF_8);
            return new Signed(act, message, folder + "withdrawal");
        }
        return new Signed(act, manifest(act, folder + "manifest"), folder + "signature");
    }

    /** No bytes where they are not those that the act names. */
    private byte[] manifest(Entered act, String path) {
        known.add(path);
        var bytes = bundle.files().get(path);
        if (bytes == null) {
            found.accept(BundleFault.MANIFEST_MISSING, path);
            return new byte[0];
        }
        if (!HexFormat.of().formatHex(Hash.sha256(bytes)).equals(act.saying("manifest"))) {
            found.accept(BundleFault.MANIFEST_CHANGED, path);
            return new byte[0];
        }
        var sealed = SealedPrice.of(new String(bytes, StandardCharsets.UTF_8));
        given.put(act.saying("subject"), sealed);
        if (!sealed.isOf(act.saying("subject"), act.saying("lot"), act.saying("body"))
                || !notices.contains(sealed.notice())) found.accept(BundleFault.BID_DIFFERS, path);
        return bytes;
    }

    private void signature(Signed signed, Map<String, Object> signature) {
        var key = Json.said(signature, "key");
        var act = signed.act();
        var enrolled = keys.enrolled(key);
        if (enrolled.isEmpty()) {
            found.accept(BundleFault.SIGNER_UNENTERED, signed.path());
            return;
        }
        if (enrolled.get().index() > act.index()) {
            found.accept(
                    SigningKeyActs.isEarlier(enrolled.get())
                            ? BundleFault.SIGNER_EARLIER
                            : BundleFault.SIGNER_UNENTERED,
                    signed.path());
        }
        if (!enrolled.get().saying("body").equals(act.saying("body"))) {
            found.accept(BundleFault.SIGNER_DIFFERS, signed.path());
        }
        if (keys.isRevokedBefore(key, act)) found.accept(BundleFault.SIGNER_REVOKED, signed.path());
        // Of what is missing or was changed that was said already.
        if (signed.message().length > 0
                && !P256.isSigned(
                        signed.message(),
                        StrictBase64.in(signature, "signature"),
                        StrictBase64.read(enrolled.get().saying("pub")))) {
            found.accept(BundleFault.SIGNATURE_WRONG, signed.path());
        }
    }
}
