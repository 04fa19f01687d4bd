package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a dishonest platform may do to read bids before they are opened (security.md 6.4), and what the verifiers must say to it. */
enum HolderTampering implements Tampered {
    OWN_KEY_IN_EVERY_GROUP(BundleFault.KEY_UNENROLLED, SmallHolders::aboveLimit, box -> {
        box.holders.groups.forEach(group -> group.keys().add(box.holders.made()));
        return opened(box.consulted().frozen());
    }),
    OWN_KEY_ADDED_TO_ONE_GROUP(BundleFault.KEY_UNENROLLED, SmallHolders::belowLimit, box -> {
        box.holders.department().add(box.holders.made());
        return opened(box.frozen());
    }),
    OTHER_KEY_UNDER_THE_SAME_NAME(BundleFault.KEY_UNENROLLED, SmallHolders::belowLimit, box -> {
        var honest = box.holders.department().removeFirst();
        box.holders
                .department()
                .add(new SmallHolders.Key(
                        honest.subject(), honest.kid(), box.holders.made().pub()));
        return opened(box.frozen());
    }),
    KEY_OF_ANOTHER_GROUP(BundleFault.KEY_UNENROLLED, SmallHolders::belowLimit, box -> {
        box.holders.department().add(box.holders.enrolled("supervision"));
        return opened(box.frozen());
    }),
    KEY_OF_ANOTHER_DEPARTMENT(BundleFault.KEY_UNENROLLED, SmallHolders::aboveLimit, box -> {
        var other = box.ledger.id().toString();
        box.holders.department().add(box.holders.enrolled(box.holders.made(), "department", other));
        return opened(box.consulted().frozen());
    }),
    KEY_ENROLLED_AFTER_IT_WAS_FROZEN(BundleFault.KEY_UNENROLLED, SmallHolders::belowLimit, box -> {
        var late = box.holders.made();
        box.holders.department().add(late);
        box.frozen();
        box.holders.enrolled(late, "department", SmallHolders.OFFICE);
        return opened(box);
    }),
    KEY_ENROLLED_AFTER_HOLDERS_WERE_REPLACED(BundleFault.KEY_UNENROLLED, SmallHolders::belowLimit, box -> {
        box.frozen();
        box.holders.department().add(box.holders.made());
        return opened(box.replaced());
    }),
    KEY_THAT_WAS_REVOKED_BEFORE(BundleFault.KEY_REVOKED, SmallHolders::belowLimit, box -> {
        box.holders.revoked(box.holders.department().getFirst());
        return opened(box.frozen());
    }),
    REVOCATION_LEFT_OUT(BundleFault.KEY_ACTS_DIFFER, SmallHolders::belowLimit, box -> {
        var revoked = box.holders.revoked(box.holders.department().getFirst());
        var files = opened(box.frozen());
        files.remove(revoked.path());
        return files;
    }),
    REVOCATION_NOT_LOOKED_AT(BundleFault.KEY_ACTS_DIFFER, SmallHolders::belowLimit, box -> {
        var before = box.holders.rests();
        box.holders.revoked(box.holders.department().getFirst());
        return opened(box.sealedTo(box.holders.document()).entered(Map.of("rests", before)));
    }),
    ACTS_OF_KEYS_NOT_NAMED(
            BundleFault.KEY_ACTS_DIFFER,
            SmallHolders::belowLimit,
            box -> opened(box.sealedTo(box.holders.document()).entered(Map.of("rests", List.of())))),
    ENROLMENT_BEFORE_A_REVOCATION_LEFT_OUT(BundleFault.HOLE, SmallHolders::belowLimit, box -> {
        var enrolled = box.ledger.of(box.purchase).stream()
                .filter(act ->
                        act.body().contains(box.holders.department().getFirst().kid()))
                .findFirst()
                .orElseThrow();
        box.frozen().replaced();
        var files = opened(box);
        files.remove(enrolled.path());
        return files;
    }),
    KEY_THAT_WAS_REVOKED_IN_AN_EARLIER_KEYSET(BundleFault.UNKNOWN, SmallHolders::belowLimit, box -> {
        box.sealedTo(box.holders.document()).filled();
        box.holders.revoked(box.holders.department().getFirst());
        box.entered(Map.of("earlier", true)).sealed();
        box.opened();
        return handedOut(box);
    }),
    HOLDERS_NEVER_ENTERED(BundleFault.KEYSET_UNENTERED, SmallHolders::belowLimit, box -> {
        box.sealedTo(box.holders.document());
        return opened(box);
    }),
    HOLDERS_ENTERED_AFTER_THE_BIDS(BundleFault.KEYSET_UNENTERED, SmallHolders::belowLimit, box -> {
        box.sealedTo(box.holders.document()).filled().entered(Map.of()).sealed();
        box.opened();
        return handedOut(box);
    }),
    HOLDERS_FOR_ONE_BIDDER(BundleFault.KEYSET_DIFFERS, SmallHolders::belowLimit, box -> {
        box.frozen();
        box.holders.department().add(box.holders.made());
        box.sealedTo(box.holders.document()).submit(box.ledger.id().toString(), 9_000_000);
        return opened(box);
    }),
    DOCUMENT_THAT_WAS_NEVER_ENTERED(BundleFault.KEYSET_UNENTERED, SmallHolders::belowLimit, box -> {
        var files = opened(box.frozen());
        files.put(KeysetCheck.KEYSETS + box.ledger.id() + ".json", utf8(box.holders.document()));
        return files;
    }),
    DOCUMENT_CHANGED(BundleFault.KEYSET_CHANGED, SmallHolders::belowLimit, box -> {
        var files = opened(box.frozen());
        files.put(box.keyset(), utf8(box.holders.document().replace("\"k\":1", "\"k\":2")));
        return files;
    }),
    DOCUMENT_LEFT_OUT(BundleFault.KEYSET_MISSING, SmallHolders::belowLimit, box -> {
        var files = opened(box.frozen());
        files.remove(box.keyset());
        return files;
    }),
    FROZEN_TWICE(BundleFault.TWICE, SmallHolders::belowLimit, box -> {
        box.frozen();
        box.holders.department().add(box.holders.enrolled("department"));
        return opened(box.frozen());
    }),
    THRESHOLD_LOWERED(BundleFault.GROUPS_DIFFER, SmallHolders::aboveLimit, box -> {
        box.holders.groups.set(0, new SmallHolders.Group("department", 1, box.holders.department()));
        return opened(box.consulted().frozen());
    }),
    SUPERVISOR_LEFT_OUT(BundleFault.GROUPS_DIFFER, SmallHolders::aboveLimit, box -> {
        box.holders.groups.removeLast();
        return opened(box.consulted().frozen());
    }),
    SUPERVISOR_LEFT_OUT_WHOM_THE_CALL_NAMES(BundleFault.GROUPS_DIFFER, SmallHolders::belowLimit, box -> {
        var repeats = "\"repeats\":{\"lotId\":\"" + box.ledger.id() + "\"}";
        box.called(
                "{\"id\":\"" + box.lot + "\"," + repeats + "}", "\"method\":\"BT_COMPARE\",\"supervisedOpening\":true");
        return opened(box.frozen());
    }),
    PLATFORM_LEFT_OUT(BundleFault.GROUPS_DIFFER, SmallHolders::belowLimit, box -> {
        box.holders.groups.remove(1);
        return opened(box.compared(true).frozen());
    }),
    ONE_KEY_COUNTED_TWICE(BundleFault.GROUPS_DIFFER, SmallHolders::belowLimit, box -> {
        var keys = List.copyOf(box.holders.department());
        box.holders.department().add(keys.getFirst());
        return opened(box.frozen());
    });

    private final BundleFault fault;
    private final BiFunction<SmallLedger, UUID, SmallHolders> holders;
    private final Function<SmallBox, TreeMap<String, byte[]>> deed;

    HolderTampering(
            BundleFault fault,
            BiFunction<SmallLedger, UUID, SmallHolders> holders,
            Function<SmallBox, TreeMap<String, byte[]>> deed) {
        this.fault = fault;
        this.holders = holders;
        this.deed = deed;
    }

    @Override
    public BundleFault fault() {
        return fault;
    }

    @Override
    public TreeMap<String, byte[]> of(SmallLedger ledger) {
        ledger.others(5);
        var purchase = ledger.purchase(1);
        return deed.apply(new SmallBox(ledger, purchase, holders.apply(ledger, purchase)));
    }

    private static TreeMap<String, byte[]> opened(SmallBox box) {
        box.filled().sealed();
        box.opened();
        return handedOut(box);
    }

    private static TreeMap<String, byte[]> handedOut(SmallBox box) {
        return box.ledger.bundle(box.purchase);
    }
}
