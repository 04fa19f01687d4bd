package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.TamperedBox.handedOut;
import static org.goufu.ledger.domain.TamperedBox.opened;
import static org.goufu.ledger.domain.TamperedBox.record;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a dishonest platform may do to have somebody bid together with others (decision 42), and what the verifiers must say to it. */
enum MemberTampering implements TamperedBox {
    MEMBER_SIGNED_BY_A_KEY_THAT_WAS_NEVER_ENTERED(
            BundleFault.SIGNER_UNENTERED, box -> opened(with(box, member -> SmallSigner.made(box.ledger)))),
    KEY_OF_A_MEMBER_ENTERED_AFTER_THE_SEAL(BundleFault.SIGNER_UNENTERED, box -> enteredLate(box, Map.of())),
    KEY_OF_A_MEMBER_SAID_TO_BE_OF_BEFORE_THE_LEDGER_KNEW_ANY(
            BundleFault.SIGNER_EARLIER, box -> enteredLate(box, Map.of("earlier", true))),
    MEMBER_SIGNED_BY_THE_KEY_OF_ANOTHER(BundleFault.SIGNER_DIFFERS, box -> {
        var another = box.signers.using(box.standing.keySet().iterator().next());
        return opened(with(box, member -> another));
    }),
    KEY_OF_A_MEMBER_NAMED_AS_ANOTHER(BundleFault.SIGNER_DIFFERS, box -> {
        var another = box.signers.using(box.standing.keySet().iterator().next());
        var member = last(box);
        box.sealed();
        box.opened(record(box).replace(member.signer().id(), another.id()));
        return handedOut(box);
    }),
    KEY_OF_A_MEMBER_REVOKED_BEFORE_THE_BID(
            BundleFault.SIGNER_REVOKED,
            box -> opened(with(box, member -> {
                var key = box.signers.using(member);
                box.signers.revoked(key, member);
                return key;
            }))),
    KEY_OF_A_MEMBER_ENTERED_AS_ANOTHER_POINT(
            BundleFault.SIGNATURE_WRONG,
            box -> opened(with(box, member -> {
                var key = SmallSigner.made(box.ledger);
                var other = SmallBox.base64(SmallSigner.made(box.ledger).point());
                box.signers.enrolled(box.signers.as(member, key), member, Map.of("pub", other));
                return box.signers.using(member);
            }))),
    ENROLMENT_OF_A_MEMBERS_KEY_LEFT_OUT(BundleFault.SIGNER_UNENTERED, box -> {
        var enrolled = new TreeMap<String, SmallLedger.Entered>();
        with(box, member -> {
            var key = box.signers.as(member, SmallSigner.made(box.ledger));
            enrolled.put(member, box.signers.enrolled(key, member, Map.of()));
            return box.signers.using(member);
        });
        var files = opened(box);
        enrolled.values().forEach(act -> files.remove(act.path()));
        return files;
    }),
    REVOCATION_OF_A_MEMBERS_KEY_LEFT_OUT(BundleFault.SIGNER_ACTS_DIFFER, box -> {
        var member = last(box);
        var revoked = box.signers.revoked(member.signer(), member.body());
        var files = opened(box);
        files.remove(revoked.path());
        return files;
    }),
    ACTS_OF_MEMBERS_KEYS_NOT_NAMED(BundleFault.SIGNER_ACTS_DIFFER, box -> {
        var others = members(box).stream()
                .filter(member -> !box.standing.containsKey(member.body()))
                .map(member -> "\"" + box.ledger.lastDoneTo(member.signer().id()) + "\"")
                .toList();
        box.sealed();
        box.opened(
                record(box),
                box.signers.rests().stream()
                        .filter(act -> !others.contains(act))
                        .toList());
        return handedOut(box);
    }),
    RECORD_OF_BEFORE_IT_NAMED_KEYS_OF_MEMBERS(BundleFault.SIGNER_EARLIER, box -> {
        box.sealed();
        box.opened(record(box).replaceAll(",\"signer\":\"[^\"]*\"", ""));
        return handedOut(box);
    });

    private final BundleFault fault;
    private final Function<SmallBox, TreeMap<String, byte[]>> deed;

    MemberTampering(BundleFault fault, Function<SmallBox, TreeMap<String, byte[]>> deed) {
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

    /** A bid of another consortium, whose members sign by these keys. */
    private static SmallBox with(SmallBox box, Function<String, SmallSigner> keys) {
        box.event("BID_SUBMITTED", box.together(box.ledger.id().toString(), 9_100_000, keys), box.moment());
        return box;
    }

    private static TreeMap<String, byte[]> enteredLate(SmallBox box, Map<String, Object> more) {
        var keys = new TreeMap<String, SmallSigner>();
        with(box, member -> keys.computeIfAbsent(member, one -> SmallSigner.made(box.ledger)));
        box.sealed();
        keys.forEach((member, key) -> {
            box.signers.enrolled(box.signers.as(member, key), member, more);
            box.signers.using(member);
        });
        box.opened();
        return handedOut(box);
    }

    /** Of the consortium that lies in the box from the start. */
    private static List<SmallConsortium.Signed> members(SmallBox box) {
        return box.standing.values().stream()
                .filter(bid -> bid.consortium() != null)
                .findFirst()
                .orElseThrow()
                .consortium()
                .members();
    }

    /** One who does not lead. */
    private static SmallConsortium.Signed last(SmallBox box) {
        return members(box).stream()
                .filter(member -> !box.standing.containsKey(member.body()))
                .findFirst()
                .orElseThrow();
    }
}
