package org.goufu.bidding.domain.seal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who must open together: of every group so many members. A bid names the exact bytes of the document that it was sealed to.
 *
 * @param groups all of them are needed
 */
public record Keyset(List<Group> groups) {
    static final String SUITE = "S1";
    private static final int KID_LENGTH = 32;
    private static final int LONGEST_GROUP_ID = 20;

    private static final int LARGEST = 64 * 1024;
    private static final int MOST_GROUPS = 6;
    private static final int MOST_MEMBERS = 20;

    /** @param k so many of the members are needed; the member at place i has the share of x = i + 1 */
    public record Group(String id, int k, List<Member> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /** @param pub an uncompressed point of P-256 */
    public record Member(String kid, byte[] pub) {
        public static Member of(byte[] pub) {
            return new Member(KeyPair.kid(pub), pub);
        }
    }

    public Keyset {
        groups = List.copyOf(groups);
    }

    /** Of all members, in the document's order. */
    public List<String> kids() {
        return groups.stream()
                .flatMap(group -> group.members().stream())
                .map(Member::kid)
                .toList();
    }

    public byte[] write() {
        var written = groups.stream()
                .map(group -> Map.of(
                        "id",
                        group.id(),
                        "k",
                        group.k(),
                        "members",
                        group.members().stream()
                                .map(member -> Map.of("kid", member.kid(), "pub", Bytes.base64(member.pub())))
                                .toList()))
                .toList();
        return Canonical.write(Map.of("groups", written, "suite", SUITE));
    }

    /** Fails with {@link Fault#MALFORMED} for what is no keyset. */
    public static Keyset read(byte[] bytes) {
        if (bytes.length > LARGEST) throw SealException.malformed("a keyset is shorter");
        var fields = Fields.of(Canonical.read(bytes), Set.of("groups", "suite"));
        fields.is("suite", SUITE);
        var keyset = new Keyset(fields.list("groups", 1, MOST_GROUPS, Keyset::group));
        var ids = new HashSet<String>();
        var kids = new HashSet<String>();
        for (var group : keyset.groups()) {
            if (!ids.add(group.id())) throw SealException.malformed("a group twice");
            for (var member : group.members()) {
                // One person in two groups would count twice.
                if (!kids.add(member.kid())) throw SealException.malformed("a key twice");
            }
        }
        return keyset;
    }

    /** As envelopes name it: SHA-256 of the document's bytes. */
    public static String hash(byte[] document) {
        return Bytes.hex(Bytes.sha256(document));
    }

    static boolean isKid(String text) {
        return Fields.isHex(text, KID_LENGTH);
    }

    static boolean isGroupId(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') return false;
        }
        return !text.isEmpty() && text.length() <= LONGEST_GROUP_ID;
    }

    private static Group group(Object value) {
        var fields = Fields.of(value, Set.of("id", "k", "members"));
        var members = fields.list("members", 1, MOST_MEMBERS, Keyset::member);
        return new Group(fields.text("id", Keyset::isGroupId), fields.number("k", 1, members.size()), members);
    }

    private static Member member(Object value) {
        var fields = Fields.of(value, Set.of("kid", "pub"));
        var pub = fields.bytes("pub", Hpke.PUBLIC_LENGTH, Hpke.PUBLIC_LENGTH);
        if (!Hpke.isPublicKey(pub)) throw SealException.malformed("not a public key");
        fields.is("kid", KeyPair.kid(pub));
        return Member.of(pub);
    }
}
