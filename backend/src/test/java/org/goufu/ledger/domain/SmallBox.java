package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The box of one lot in a {@link SmallLedger}: bids that are given, replaced, taken back, sealed and opened, honestly or not. */
final class SmallBox {
    static final String DEADLINE = "2026-12-10T02:00:00.000000Z";
    /** The same as a notice writes it. */
    static final String CALLED = "2026-12-10T02:00:00Z";

    private static final HexFormat HEX = HexFormat.of();
    private static final int PADDED = 256;
    private static final String PRICED = ",\"price\":\\{.*?,\"priceKey\":\"[^\"]*\"";

    final SmallLedger ledger;
    final UUID purchase;
    final String lot;
    final Map<String, Bid> standing = new LinkedHashMap<>();
    final List<SmallLedger.Entered> events = new ArrayList<>();
    private String notice;
    final SmallHolders holders;
    final SmallSigners signers;
    private String keyset = "";
    private final byte[] seed;
    private byte[] link;
    private int minutes;
    private String sealedAt = "2026-12-10T02:00:01.000000Z";

    /** A price as it was sealed; its bytes stand in the bundle once the box is opened. */
    record Bid(
            String envelope,
            String body,
            byte[] manifest,
            byte[] key,
            byte[] ciphertext,
            long fen,
            String acceptedAt,
            @Nullable SmallConsortium consortium) {
        String digest() {
            return HEX.formatHex(Hash.sha256(manifest));
        }

        String folder() {
            return BoxCheck.BIDS + envelope;
        }
    }

    SmallBox(SmallLedger ledger, UUID purchase) {
        this(ledger, purchase, SmallHolders.belowLimit(ledger, purchase));
        frozen();
    }

    /** Of which nobody knows yet to whom bids are sealed. */
    SmallBox(SmallLedger ledger, UUID purchase, SmallHolders holders) {
        this.ledger = ledger;
        this.holders = holders;
        this.signers = new SmallSigners(ledger, purchase);
        this.purchase = purchase;
        this.lot = ledger.id().toString();
        this.notice =
                SmallLedger.digest(String.valueOf(ledger.of(purchase).getFirst().text()));
        this.seed = ledger.bytes();
        this.link = Hash.sha256(seed);
    }

    /** Three bidders, of whom one bids again, with two others behind it, and one withdraws. */
    SmallBox filled() {
        var first = ledger.id().toString();
        var second = ledger.id().toString();
        var third = ledger.id().toString();
        submit(first, 9_600_000);
        ledger.others(1);
        submit(second, 9_500_000);
        submit(third, 9_400_000);
        event("BID_REPLACED", together(first, 9_300_000), moment());
        withdraw(third);
        submit(third, 9_200_000);
        withdraw(second);
        return this;
    }

    Bid submit(String body, long fen) {
        return event("BID_SUBMITTED", made(body, lot, fen), moment());
    }

    Bid replace(String body, long fen) {
        return event("BID_REPLACED", made(body, lot, fen), moment());
    }

    Bid withdraw(String body) {
        return event("BID_WITHDRAWN", standing.get(body), moment());
    }

    /** Of a consortium that the body leads. */
    Bid together(String body, long fen) {
        return together(body, fen, signers::using);
    }

    /** @param keys by which the other members sign */
    Bid together(String body, long fen, Function<String, SmallSigner> keys) {
        var consortium = SmallConsortium.led(
                ledger, lot, body, member -> member.equals(body) ? signers.using(body) : keys.apply(member));
        return made(body, lot, fen, consortium);
    }

    Bid event(String kind, Bid bid, String at) {
        link = Hash.sha256(
                utf8("goufu-box/1"), link, utf8(kind + "|" + bid.envelope() + "|" + at), HEX.parseHex(bid.digest()));
        entered(kind, bid, at, HEX.formatHex(link));
        var accepted = new Bid(
                bid.envelope(),
                bid.body(),
                bid.manifest(),
                bid.key(),
                bid.ciphertext(),
                bid.fen(),
                at,
                bid.consortium());
        if (kind.equals("BID_WITHDRAWN")) standing.remove(bid.body());
        else standing.put(bid.body(), accepted);
        return accepted;
    }

    /** An operator may enter what never came into the chain. */
    void entered(String kind, Bid bid, String at, String chained) {
        signers.sign(kind, bid);
        events.add(ledger.blinded(
                purchase,
                Map.of(
                        "acceptedAt", at,
                        "body", bid.body(),
                        "kind", kind,
                        "link", chained,
                        "lot", lot,
                        "manifest", bid.digest(),
                        "subject", bid.envelope())));
    }

    /** A call for the lot that says more than the others of this small ledger. */
    SmallBox called(String lotSaid, String said) {
        return called(lotSaid, said, CALLED);
    }

    SmallBox called(String lotSaid, String said, String deadline) {
        return published(text("\"lots\":[" + lotSaid + "]," + said, deadline), Map.of());
    }

    /** Corrects what was called for; bids from then on answer the new text. */
    SmallBox corrected(String deadline) {
        return corrected(deadline, Map.of());
    }

    /** @param lies what the entry says otherwise than the notice */
    SmallBox corrected(String deadline, Map<String, String> lies) {
        var text = text("\"lots\":[{\"id\":\"" + lot + "\"}],\"corrects\":{\"digest\":\"" + notice + "\"}", deadline);
        var said = new TreeMap<>(Map.of("corrects", notice, "deadline", deadline, "kind", CallTexts.CORRECTED));
        said.putAll(lies);
        return published(text, said);
    }

    SmallBox frozen() {
        sealedTo(holders.document());
        return entered(Map.of());
    }

    /** @param more what the act says besides */
    SmallBox entered(Map<String, Object> more) {
        var said = new TreeMap<String, Object>(Map.of(
                "kind", LotKeysets.FROZEN, "keyset", keyset, "lot", lot, "rests", holders.rests(), "subject", lot));
        said.putAll(more);
        ledger.keep(purchase, keyset(), utf8(holders.document()));
        ledger.act(purchase, said);
        return this;
    }

    /** A holder leaves and another one comes: bids from then on are sealed to others. */
    SmallBox replaced() {
        return replaced(keyset);
    }

    SmallBox replaced(String before) {
        holders.revoked(holders.department().removeFirst());
        holders.department().add(holders.enrolled("department"));
        sealedTo(holders.document());
        var subject = ledger.id().toString();
        ledger.keep(purchase, keyset(subject), utf8(holders.document()));
        ledger.act(
                purchase,
                Map.of(
                        "kind", LotKeysets.REPLACED,
                        "keyset", keyset,
                        "lot", lot,
                        "replaced", before,
                        "rests", holders.rests(),
                        "subject", subject));
        return this;
    }

    /** To whom bids are sealed from now on, whatever the ledger says. */
    SmallBox sealedTo(String document) {
        keyset = SmallLedger.digest(document);
        return this;
    }

    /** Where the document lies that was frozen. */
    String keyset() {
        return keyset(lot);
    }

    private static String keyset(String subject) {
        return KeysetCheck.KEYSETS + subject + ".json";
    }

    private String text(String said, String deadline) {
        return ledger.text(purchase, "CORRECTION")
                .replaceFirst("\"deadline\":\"[^\"]*\"", "\"deadline\":\"" + deadline + "\"")
                .replaceFirst("\\{", "{" + said + ",");
    }

    private SmallBox published(String text, Map<String, String> said) {
        ledger.publish(purchase, ledger.id(), text, said);
        notice = SmallLedger.digest(text);
        return this;
    }

    /** A call above the purchase limit: two are asked for. */
    SmallBox consulted() {
        return called(
                "{\"id\":\"" + lot + "\"}",
                "\"department\":{\"id\":\"" + SmallHolders.OFFICE + "\"},\"method\":\"CONSULTATION\"");
    }

    /** A call below the purchase limit: three are asked for, or two in a second run. */
    SmallBox compared(boolean secondRun) {
        var repeats = secondRun ? ",\"repeats\":{\"lotId\":\"" + ledger.id() + "\"}" : "";
        return called("{\"id\":\"" + lot + "\"" + repeats + "}", "\"method\":\"BT_COMPARE\"");
    }

    /** A call with a ceiling, and nothing else that could be compared. */
    SmallBox under(long fen) {
        return called("{\"budgetFen\":" + fen + ",\"id\":\"" + lot + "\"}", "\"remarks\":\"\"");
    }

    /** Closed before everybody's time was over. */
    SmallBox sealedAt(String moment) {
        sealedAt = moment;
        return this;
    }

    String moment() {
        return "2026-12-09T0%d:%02d:00.123400Z".formatted(minutes / 60, minutes++ % 60);
    }

    SmallLedger.Entered sealed() {
        return sealed(events.size());
    }

    SmallLedger.Entered sealed(int counted) {
        return ledger.blinded(
                purchase,
                Map.of(
                        "deadline",
                        DEADLINE,
                        "events",
                        counted,
                        "kind",
                        "BOX_SEALED",
                        "link",
                        HEX.formatHex(link),
                        "sealedAt",
                        sealedAt,
                        "seed",
                        HEX.formatHex(seed),
                        "subject",
                        lot));
    }

    /** Opens it with all files that an honest operator hands out. */
    SmallLedger.Entered opened() {
        return opened(record(standing.values().stream().toList()));
    }

    SmallLedger.Entered opened(String record) {
        return opened(record, signers.rests());
    }

    /** @param rests on which acts of keys it rests */
    SmallLedger.Entered opened(String record, List<String> rests) {
        var stage = ledger.id().toString();
        ledger.keep(purchase, RecordCheck.RECORDS + stage + ".json", utf8(record));
        for (var bid : standing.values()) keep(bid);
        signers.files.forEach((path, bytes) -> ledger.keep(purchase, path, bytes));
        return ledger.act(
                purchase,
                Map.of(
                        "bids",
                        standing.size(),
                        "kind",
                        "OPENED",
                        "least",
                        2,
                        "lot",
                        lot,
                        "record",
                        SmallLedger.digest(record),
                        "rests",
                        rests,
                        "stage",
                        record.contains("\"stage\":\"TECHNICAL\"") ? "TECHNICAL" : "ALL",
                        "subject",
                        stage));
    }

    /** Opened but for the prices. */
    SmallLedger.Entered openedInPart() {
        return opened(unpriced(record(List.copyOf(standing.values())))
                .replace("\"stage\":\"ALL\"", "\"stage\":\"TECHNICAL\""));
    }

    /** The same record without prices. */
    static String unpriced(String record) {
        return record.replaceAll(PRICED, "");
    }

    static String firstUnpriced(String record) {
        return record.replaceFirst(PRICED, "");
    }

    void keep(Bid bid) {
        ledger.keep(purchase, bid.folder() + "/price-0", bid.ciphertext());
    }

    /** The same record, of which the first bid was read out as above the ceiling. */
    static String firstOverCeiling(String record) {
        return record.replaceFirst("\"outcome\":\"OPENED\"", "\"outcome\":\"INVALID\",\"reason\":\"OVER_CEILING\"");
    }

    String record(List<Bid> bids) {
        var written = bids.stream().map(this::recorded).toList();
        return SmallLedger.written(new TreeMap<>(Map.of(
                        "bids",
                        "[" + String.join(",", written) + "]",
                        "format",
                        "goufu-opening/1",
                        "lot",
                        lot,
                        "stage",
                        "ALL")))
                .replace("\"bids\":\"[", "\"bids\":[")
                .replace("]\",\"format\"", "],\"format\"");
    }

    /** As another program writes it: without the zeros at the end of a moment. */
    private String recorded(Bid bid) {
        return "{\"acceptedAt\":\"" + bid.acceptedAt().replace("123400Z", "1234Z") + "\",\"body\":{\"id\":\""
                + bid.body()
                + "\",\"name\":\"试验社工中心\"},"
                + (bid.consortium() == null
                        ? ""
                        : "\"consortium\":" + bid.consortium().recorded() + ",")
                + "\"envelope\":\"" + bid.envelope() + "\",\"manifest\":\"" + bid.digest()
                + "\",\"outcome\":\"OPENED\",\"price\":" + price(bid.fen()) + ",\"priceKey\":\"" + base64(bid.key())
                + "\"}";
    }

    private static String price(long fen) {
        return "{\"format\":\"goufu-price/1\",\"totalFen\":" + fen + ",\"lines\":[{\"item\":\"助餐\",\"quantity\":1.5}]}";
    }

    Bid made(String body, String ofLot, long fen) {
        return made(body, ofLot, fen, null);
    }

    private Bid made(String body, String ofLot, long fen, @Nullable SmallConsortium consortium) {
        var envelope = ledger.id().toString();
        var said = new TreeMap<>(Map.of(
                "envelopeId", envelope, "keysetHash", keyset, "lotId", ofLot, "noticeHash", notice, "orgId", body));
        var plainCore = SmallLedger.written(said);
        var core = utf8(consortium == null ? plainCore : consortium.bound(plainCore));
        var coreHash = Hash.sha256(core);
        var key = ledger.bytes();
        var content = utf8(price(fen));
        var plain =
                ByteBuffer.allocate(PADDED).putLong(content.length).put(content).array();
        var ciphertext = encrypted(derived(key, coreHash, "enc"), coreHash, plain);
        var manifest = "{\"core\":\"" + base64(core) + "\",\"format\":\"GOUFU-SEAL/1\",\"segments\":[{\"chunks\":[\""
                + HEX.formatHex(Hash.sha256(ciphertext)) + "\"],\"commit\":\""
                + HEX.formatHex(derived(key, coreHash, "com")) + "\",\"id\":\"price\",\"shares\":[]}]}";
        return new Bid(envelope, body, utf8(manifest), key, ciphertext, fen, "", consortium);
    }

    private static byte[] encrypted(byte[] key, byte[] coreHash, byte[] plain) {
        try {
            var nonce = new byte[12];
            nonce[11] = 1;
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(coreHash);
            cipher.updateAAD(utf8("price"));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] derived(byte[] key, byte[] coreHash, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(Arrays.copyOf(key, key.length))
                            .addSalt(coreHash)
                            .thenExpand(utf8("goufu-seal/1 " + purpose + "|price"), 32));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
