package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;
import static org.goufu.ledger.domain.TamperedBox.first;
import static org.goufu.ledger.domain.TamperedBox.handedOut;
import static org.goufu.ledger.domain.TamperedBox.opened;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** What a dishonest platform may do to the bids of a lot (security.md 6.4), and what the verifiers must say to it. */
enum BoxTampering implements TamperedBox {
    BID_SEALED_BY_AN_EARLIER_DEADLINE(BundleFault.DEADLINE_DIFFERS, box -> {
        box.corrected("2026-12-17T02:00:00Z").sealed();
        box.opened();
        return handedOut(box);
    }),
    BID_FOR_A_TEXT_THAT_WAS_CORRECTED(BundleFault.VERSION_DIFFERS, box -> {
        var old = box.made(box.ledger.id().toString(), box.lot, 9_100_000);
        box.corrected(SmallBox.CALLED).event("BID_SUBMITTED", old, box.moment());
        box.sealed();
        box.opened();
        return handedOut(box);
    }),
    BID_SEALED_TO_HOLDERS_WHO_WERE_REPLACED(BundleFault.KEYSET_DIFFERS, box -> {
        var old = box.made(box.ledger.id().toString(), box.lot, 9_100_000);
        box.replaced().event("BID_SUBMITTED", old, box.moment());
        box.sealed();
        box.opened();
        return handedOut(box);
    }),
    HOLDERS_REPLACED_WHO_DID_NOT_HOLD(BundleFault.KEYSET_DIFFERS, box -> {
        box.replaced().replaced("3f".repeat(32));
        box.sealed();
        box.opened();
        return handedOut(box);
    }),
    CORRECTION_OF_ANOTHER_TEXT(BundleFault.NOTICE_DIFFERS, box -> {
        box.corrected(SmallBox.CALLED, Map.of("corrects", "ab".repeat(32))).sealed();
        box.opened();
        return handedOut(box);
    }),
    RESULT_SAID_TO_COME_FROM_ELSEWHERE(BundleFault.RESULT_ELSEWHERE, box -> {
        box.sealed();
        box.opened();
        box.ledger.decidedElsewhere(box.purchase, box.lot);
        return handedOut(box);
    }),
    BID_DROPPED(BundleFault.BOX_COUNT, box -> {
        box.sealed();
        box.opened();
        return without(box, box.events.get(1).path());
    }),
    BID_ENTERED_AFTER_THE_SEAL(BundleFault.BID_LATE, box -> {
        box.sealed();
        box.submit(box.ledger.id().toString(), 9_100_000);
        box.opened();
        return handedOut(box);
    }),
    BID_ACCEPTED_AT_THE_DEADLINE(BundleFault.BID_LATE, box -> {
        box.event("BID_SUBMITTED", box.made(box.ledger.id().toString(), box.lot, 9_100_000), SmallBox.DEADLINE);
        box.sealed();
        box.opened();
        return handedOut(box);
    }),
    BID_ADDED_BESIDE_THE_CHAIN(BundleFault.BOX_CHAIN, box -> {
        var bid = box.made(box.ledger.id().toString(), box.lot, 9_100_000);
        box.entered("BID_SUBMITTED", bid, box.moment(), "ab".repeat(32));
        box.sealed();
        box.opened();
        return handedOut(box);
    }),
    TIME_OF_A_BID_REWRITTEN_BEFORE_THE_SEAL(BundleFault.BOX_CHAIN, box -> {
        var bid = box.made(box.ledger.id().toString(), box.lot, 9_100_000);
        box.event("BID_SUBMITTED", bid, box.moment());
        var rewritten = box.events.removeLast();
        var other = box.made(bid.body(), box.lot, 9_000_000);
        box.entered("BID_SUBMITTED", other, box.moment(), "cd".repeat(32));
        box.sealed();
        box.opened();
        return without(box, rewritten.path());
    }),
    TWO_SAID_TO_SUFFICE_IN_A_FIRST_RUN(BundleFault.LEAST_DIFFERS, box -> {
        box.compared(false).sealed();
        box.opened();
        return handedOut(box);
    }),
    SEAL_LEFT_OUT(BundleFault.BOX_UNSEALED, box -> {
        var seal = box.sealed();
        box.opened();
        return without(box, seal.path());
    }),
    SECOND_SEAL(BundleFault.BOX_UNSEALED, box -> {
        box.sealed();
        box.sealed();
        box.opened();
        return handedOut(box);
    }),
    SEALED_AFTER_THE_OPENING(BundleFault.BOX_UNSEALED, box -> {
        box.opened();
        box.sealed();
        return handedOut(box);
    }),
    SEAL_COUNTS_ONE_MORE(BundleFault.BOX_COUNT, box -> {
        box.sealed(box.events.size() + 1);
        box.opened();
        return handedOut(box);
    }),
    RECORD_LEFT_OUT(BundleFault.RECORD_MISSING, box -> {
        box.sealed();
        return without(box, record(box.opened()));
    }),
    RECORD_CHANGED(BundleFault.RECORD_CHANGED, box -> {
        box.sealed();
        var path = record(box.opened());
        var files = handedOut(box);
        files.put(path, utf8(new String(files.get(path), StandardCharsets.UTF_8).replace("9300000", "9300001")));
        return files;
    }),
    RECORD_HIDES_A_BID(BundleFault.RECORD_DIFFERS, box -> {
        box.sealed();
        box.opened(box.record(box.standing.values().stream().limit(1).toList()));
        return handedOut(box);
    }),
    REPLACED_BID_COUNTED(BundleFault.RECORD_DIFFERS, box -> {
        var body = box.standing.keySet().iterator().next();
        var old = box.standing.get(body);
        box.replace(body, 9_000_000);
        box.sealed();
        box.keep(old);
        var bids = box.standing.values().stream()
                .map(bid -> bid.body().equals(body) ? old : bid)
                .toList();
        box.opened(box.record(bids));
        return handedOut(box);
    }),
    WITHDRAWN_BID_OPENED(BundleFault.RECORD_DIFFERS, box -> {
        var gone = box.standing.values().iterator().next();
        box.withdraw(gone.body());
        box.sealed();
        box.keep(gone);
        var bids = new ArrayList<>(box.standing.values());
        bids.add(gone);
        box.opened(box.record(bids));
        return handedOut(box);
    }),
    BID_READ_OUT_FOR_ANOTHER_BIDDER(BundleFault.RECORD_DIFFERS, box -> {
        box.sealed();
        var bids = List.copyOf(box.standing.values());
        var record =
                box.record(bids).replace(bids.getFirst().body(), bids.getLast().body());
        box.opened(record);
        return handedOut(box);
    }),
    MANIFEST_LEFT_OUT(BundleFault.MANIFEST_MISSING, box -> {
        box.sealed();
        box.opened();
        return without(box, first(box).folder() + "/manifest");
    }),
    MANIFEST_EXCHANGED(BundleFault.MANIFEST_CHANGED, box -> {
        box.sealed();
        box.opened();
        var files = handedOut(box);
        files.put(
                first(box).folder() + "/manifest",
                box.made(first(box).body(), box.lot, 1).manifest());
        return files;
    }),
    BID_OF_ANOTHER_LOT(BundleFault.BID_DIFFERS, box -> {
        var stray = box.made(box.ledger.id().toString(), box.ledger.id().toString(), 9_000_000);
        box.event("BID_SUBMITTED", stray, box.moment());
        box.sealed();
        box.opened();
        return handedOut(box);
    }),
    PRICE_READ_OUT_WRONG(BundleFault.PRICE_DIFFERS, box -> {
        box.sealed();
        box.opened(box.record(List.copyOf(box.standing.values())).replace("9300000", "9900000"));
        return handedOut(box);
    }),
    KEPT_A_CEILING_AND_READ_OUT_AS_OVER_IT(BundleFault.CEILING_DIFFERS, box -> {
        box.under(9_800_000).sealed();
        box.opened(SmallBox.firstOverCeiling(box.record(List.copyOf(box.standing.values()))));
        return handedOut(box);
    }),
    OVER_THE_CEILING_AND_READ_OUT_AS_GOOD(BundleFault.CEILING_DIFFERS, box -> {
        box.under(9_250_000).sealed();
        box.opened();
        return handedOut(box);
    }),
    PRICE_OF_ANOTHER_KEY(BundleFault.PRICE_DIFFERS, box -> {
        box.sealed();
        var record = box.record(List.copyOf(box.standing.values()));
        box.opened(record.replace(SmallBox.base64(first(box).key()), SmallBox.base64(new byte[32])));
        return handedOut(box);
    }),
    SIGNATURES_OF_MEMBERS_SWAPPED(BundleFault.AGREEMENT_DIFFERS, box -> {
        box.sealed();
        var members = members(box);
        var one = SmallBox.base64(members.get(0).signature());
        var other = SmallBox.base64(members.get(1).signature());
        box.opened(box.record(List.copyOf(box.standing.values()))
                .replace(one, "swapped")
                .replace(other, one)
                .replace("swapped", other));
        return handedOut(box);
    }),
    MEMBER_DROPPED_FROM_A_CONSORTIUM(BundleFault.AGREEMENT_DIFFERS, box -> {
        box.sealed();
        var dropped = members(box).getLast().recorded();
        box.opened(box.record(List.copyOf(box.standing.values())).replace("," + dropped, ""));
        return handedOut(box);
    }),
    WORK_OF_A_MEMBER_REWRITTEN(BundleFault.AGREEMENT_DIFFERS, box -> {
        box.sealed();
        box.opened(box.record(List.copyOf(box.standing.values())).replace("\"work\":\"回访\"", "\"work\":\"送餐\""));
        return handedOut(box);
    }),
    AGREEMENT_OF_ANOTHER_BID(BundleFault.AGREEMENT_DIFFERS, box -> {
        box.sealed();
        var other = SmallConsortium.led(box.ledger, box.lot, box.ledger.id().toString(), box.signers::of);
        var shown = consortium(box).recorded();
        box.opened(box.record(List.copyOf(box.standing.values())).replace(shown, other.recorded()));
        return handedOut(box);
    }),
    SIGNATURE_OF_A_MEMBER_PADDED(BundleFault.AGREEMENT_DIFFERS, box -> {
        var signature = SmallBox.base64(members(box).getFirst().signature());
        return writtenOtherwise(box, signature, signature + "==");
    }),
    SIGNATURE_OF_A_MEMBER_WITH_STRAY_BITS(BundleFault.AGREEMENT_DIFFERS, box -> {
        var signature = SmallBox.base64(members(box).getFirst().signature());
        return writtenOtherwise(box, signature, stray(signature));
    }),
    KEY_OF_A_MEMBER_PADDED(BundleFault.AGREEMENT_DIFFERS, box -> {
        var key = SmallBox.base64(members(box).getFirst().signer().point());
        return writtenOtherwise(box, key, key + "=");
    }),
    AGREEMENT_WITH_WHITE_SPACE(BundleFault.AGREEMENT_DIFFERS, box -> {
        var document = SmallBox.base64(consortium(box).document());
        return writtenOtherwise(box, document, document + "\\n");
    }),
    PRICE_KEY_PADDED(BundleFault.PRICE_DIFFERS, box -> {
        var key = SmallBox.base64(first(box).key());
        return writtenOtherwise(box, key, key + "=");
    }),
    PRICE_KEY_WITH_STRAY_BITS(BundleFault.PRICE_DIFFERS, box -> {
        var key = SmallBox.base64(first(box).key());
        return writtenOtherwise(box, key, stray(key));
    }),
    PRICE_KEY_WITH_WHITE_SPACE(BundleFault.PRICE_DIFFERS, box -> {
        var key = SmallBox.base64(first(box).key());
        return writtenOtherwise(box, key, " " + key);
    }),
    CIPHERTEXTS_SWAPPED(BundleFault.PRICE_DIFFERS, box -> {
        box.sealed();
        box.opened();
        var files = handedOut(box);
        var bids = List.copyOf(box.standing.values());
        files.put(bids.getFirst().folder() + "/price-0", bids.getLast().ciphertext());
        return files;
    }),
    ONE_BIT_OF_A_CIPHERTEXT(BundleFault.PRICE_DIFFERS, box -> {
        box.sealed();
        box.opened();
        var files = handedOut(box);
        var damaged = first(box).ciphertext().clone();
        damaged[50] ^= 1;
        files.put(first(box).folder() + "/price-0", damaged);
        return files;
    }),
    CIPHERTEXT_LEFT_OUT(BundleFault.CIPHERTEXT_MISSING, box -> {
        box.sealed();
        box.opened();
        return without(box, first(box).folder() + "/price-0");
    }),
    ENVELOPE_GIVEN_A_SECOND_TIME(BundleFault.TWICE, box -> {
        var given = box.submit(box.ledger.id().toString(), 9_100_000);
        box.replace(given.body(), 9_000_000);
        box.event("BID_REPLACED", given, box.moment());
        return opened(box);
    }),
    WITHDRAWAL_KEPT_BACK_UNTIL_THE_BID_WAS_REPLACED(BundleFault.RECORD_DIFFERS, box -> {
        var given = box.submit(box.ledger.id().toString(), 9_100_000);
        box.replace(given.body(), 9_000_000);
        box.event("BID_WITHDRAWN", given, box.moment());
        return opened(box);
    }),
    PRICE_NOT_READ_OUT(BundleFault.PRICE_DIFFERS, box -> {
        box.sealed();
        box.opened(SmallBox.firstUnpriced(TamperedBox.record(box)));
        return handedOut(box);
    }),
    OUTCOME_WRITTEN_TWICE(BundleFault.RECORD_DIFFERS, box -> {
        box.sealed();
        box.opened(TamperedBox.record(box)
                .replaceFirst("\"outcome\":\"OPENED\"", "\"outcome\":\"INVALID\",\"outcome\":\"OPENED\""));
        return handedOut(box);
    }),
    DEADLINE_BROUGHT_FORWARD(BundleFault.DEADLINE_DIFFERS, box -> {
        box.corrected("2026-12-17T02:00:00Z").corrected(SmallBox.CALLED);
        return opened(box);
    }),
    DEADLINE_MOVED_WHEN_IT_HAD_PASSED(BundleFault.DEADLINE_DIFFERS, box -> {
        box.corrected("2026-10-31T23:59:59.5Z").corrected(SmallBox.CALLED);
        return opened(box);
    }),
    BOX_SEALED_BEFORE_THE_DEADLINE(
            BundleFault.DEADLINE_DIFFERS, box -> opened(box.sealedAt("2026-12-10T01:59:59.999999Z"))),
    BIDS_REVEALED_WITHOUT_AN_OPENING(BundleFault.UNKNOWN, box -> {
        box.sealed();
        return handedOut(box);
    });

    private final BundleFault fault;
    private final Function<SmallBox, TreeMap<String, byte[]>> deed;

    BoxTampering(BundleFault fault, Function<SmallBox, TreeMap<String, byte[]>> deed) {
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

    /** The same bytes in the record, written in another way. */
    private static TreeMap<String, byte[]> writtenOtherwise(SmallBox box, String plain, String otherwise) {
        box.sealed();
        box.opened(box.record(List.copyOf(box.standing.values())).replace(plain, otherwise));
        return handedOut(box);
    }

    /** The last letter has bits that belong to no byte. */
    private static String stray(String plain) {
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = letters.indexOf(plain.charAt(plain.length() - 1));
        return plain.substring(0, plain.length() - 1) + letters.charAt(last ^ 1);
    }

    private static SmallConsortium consortium(SmallBox box) {
        return box.standing.values().stream()
                .map(SmallBox.Bid::consortium)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static List<SmallConsortium.Signed> members(SmallBox box) {
        return consortium(box).members();
    }

    private static TreeMap<String, byte[]> without(SmallBox box, String path) {
        var files = handedOut(box);
        if (files.remove(path) == null) throw new IllegalStateException("no " + path);
        return files;
    }

    private static String record(SmallLedger.Entered opening) {
        return RecordCheck.RECORDS
                + Json.text(Json.members(opening.body()), "subject").orElseThrow() + ".json";
    }
}
