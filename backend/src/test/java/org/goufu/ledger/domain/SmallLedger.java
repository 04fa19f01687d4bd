package org.goufu.ledger.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, of a seed, whose operator does whatever a test has him do. */
final class SmallLedger {
    static final String ORIGIN = "goufu.example.org/ledger";

    final RandomGenerator dice;
    final PrivateKey key;
    final Verifier verifier;
    /** False for a ledger of before acts of keys named their predecessors. */
    boolean namesActsOfNobody = true;

    private final List<Hash> leaves = new ArrayList<>();
    private final List<byte[]> commitments = new ArrayList<>();
    private final Map<UUID, String> last = new HashMap<>();
    private final Map<String, String> done = new HashMap<>();
    private final Map<UUID, Map<String, byte[]>> documents = new HashMap<>();
    private final List<Entered> entries = new ArrayList<>();

    /** An act at its place. */
    record Entered(
            int index,
            byte[] salt,
            String body,
            UUID purchase,
            @Nullable String notice,
            @Nullable String text) {
        String path() {
            return Bundle.entry(index);
        }

        String noticePath() {
            return Bundle.notice(notice);
        }
    }

    SmallLedger(long seed) {
        this.dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var secret = new byte[32];
        dice.nextBytes(secret);
        try {
            this.key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.verifier = Verifier.of(
                ORIGIN,
                new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded());
    }

    UUID id() {
        return new UUID(dice.nextLong() & ~0xf000L | 0x7000L, dice.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    /** Entries of others, of which nothing is known. */
    void others(int many) {
        for (int i = 0; i < many; i++) add(bytes());
    }

    private void add(byte[] commitment) {
        commitments.add(commitment);
        leaves.add(Hash.leaf(commitment));
    }

    List<Hash> leaves(Node node) {
        return leaves.subList((int) node.first(), (int) (node.first() + node.leaves()));
    }

    /** What a monitor reads of it. */
    Map<String, byte[]> served() {
        var served = new HashMap<String, byte[]>();
        served.put("/api/ledger/checkpoint", utf8(head()));
        for (var tile : TilePath.of(size())) {
            var bundle = new ByteArrayOutputStream();
            for (var commitment : commitments.subList((int) tile.first(), (int) tile.end())) {
                bundle.write(0);
                bundle.write(commitment.length);
                bundle.writeBytes(commitment);
            }
            served.put("/api/ledger/tile/entries/" + tile.text(), bundle.toByteArray());
        }
        return served;
    }

    /** A purchase with so many notices, others' entries between them. */
    UUID purchase(int notices) {
        var purchase = id();
        for (int i = 0; i < notices; i++) {
            others(dice.nextInt(4));
            publish(purchase, i == 0 ? "PROCUREMENT" : i == notices - 1 ? "RESULT" : "CORRECTION");
        }
        others(dice.nextInt(4));
        return purchase;
    }

    Entered publish(UUID purchase, String type) {
        return publish(purchase, id(), text(purchase, type), Map.of());
    }

    /** @param lies what the entry says otherwise than the notice */
    Entered publish(UUID purchase, UUID notice, String text, Map<String, String> lies) {
        var said = Json.object(text);
        var act = new TreeMap<String, String>();
        act.put("kind", "NOTICE_PUBLISHED");
        act.put("subject", notice.toString());
        act.put("purchase", purchase.toString());
        act.put("follows", last.getOrDefault(purchase, ""));
        for (var name : List.of("number", "publishedAt", "type")) act.put(name, String.valueOf(said.get(name)));
        act.put("digest", digest(text));
        act.putAll(lies);
        act.values().removeIf(String::isBlank);
        if (last.get(purchase) == null && !lies.containsKey("follows")) act.put("follows", "");
        return chained(purchase, enter(written(act), purchase, notice.toString(), text));
    }

    private Entered chained(UUID purchase, Entered entered) {
        last.put(purchase, commitment(entered));
        return entered;
    }

    /** An open act of a purchase that is no notice. */
    Entered act(UUID purchase, Map<String, Object> said) {
        var act = new TreeMap<>(said);
        act.put("follows", last.getOrDefault(purchase, ""));
        return chained(purchase, blinded(purchase, act));
    }

    /** An act that names none before it. */
    Entered blinded(UUID purchase, Map<String, Object> said) {
        var act = new TreeMap<>(said);
        act.put("purchase", purchase.toString());
        return enter(written(act), purchase, null, null);
    }

    /** An act of no purchase on which the files of one rest. */
    Entered beside(UUID purchase, Map<String, Object> said) {
        var act = new TreeMap<>(said);
        var subject = String.valueOf(said.get("subject"));
        if (namesActsOfNobody) act.put("follows", lastDoneTo(subject));
        var entered = enter(written(act), purchase, null, null);
        done.put(subject, commitment(entered));
        return entered;
    }

    /** Commitment of the last act of something of no purchase. */
    String lastDoneTo(String subject) {
        return done.getOrDefault(subject, "");
    }

    private static String commitment(Entered entered) {
        return HexFormat.of().formatHex(Entry.commitment(entered.salt(), utf8(entered.body())));
    }

    /** A file of the purchase's bundle beside its notices. */
    void keep(UUID purchase, String path, byte[] bytes) {
        documents.computeIfAbsent(purchase, none -> new TreeMap<>()).put(path, bytes);
    }

    private Entered enter(String body, UUID purchase, @Nullable String notice, @Nullable String text) {
        var salt = bytes();
        add(Entry.commitment(salt, utf8(body)));
        var entered = new Entered(leaves.size() - 1, salt, body, purchase, notice, text);
        entries.add(entered);
        return entered;
    }

    List<Entered> of(UUID purchase) {
        return entries.stream()
                .filter(entry -> entry.purchase().equals(purchase))
                .toList();
    }

    int size() {
        return leaves.size();
    }

    String head() {
        return head(ORIGIN, leaves.size(), root(leaves.size()));
    }

    String head(String origin, int size, Hash root) {
        return SignedNote.sign(new Checkpoint(origin, size, root).text(), verifier, key);
    }

    Hash root(int size) {
        return MerkleTests.recursive(leaves.subList(0, size));
    }

    byte[] receipt(Entered act, int size, String note) {
        var path = Path.inclusion(act.index(), size).stream()
                .map(part -> MerkleTests.recursive(leaves.subList((int) part.first(), (int) part.end())))
                .toList();
        return utf8(new Receipt(act.index(), act.salt(), utf8(act.body()), path, note).text());
    }

    /** What an honest operator hands out. */
    TreeMap<String, byte[]> bundle(UUID purchase) {
        return bundle(purchase, act -> true);
    }

    /** @param told which acts may be known yet */
    TreeMap<String, byte[]> bundle(UUID purchase, Predicate<Entered> told) {
        var files = new TreeMap<String, byte[]>();
        var note = head();
        files.put(Bundle.HEADER, utf8(Bundle.header(purchase)));
        files.put(Bundle.KEY, utf8(verifier.text() + "\n"));
        files.put(Bundle.CHECKPOINT, utf8(note));
        for (var act : of(purchase)) {
            if (!told.test(act)) continue;
            files.put(act.path(), receipt(act, size(), note));
            if (act.text() != null) files.put(act.noticePath(), utf8(act.text()));
        }
        files.putAll(documents.getOrDefault(purchase, Map.of()));
        List.copyOf(files.keySet()).stream()
                .flatMap(path -> BundledHeads.sizeAt(path).stream())
                .forEach(size -> files.put(BundledHeads.proof(size), proof(Math.toIntExact(size))));
        return files;
    }

    /** That it grew from what it was at a size. */
    private byte[] proof(int before) {
        return utf8(Path.consistency(Math.min(before, size()), size()).stream()
                .map(part -> MerkleTests.recursive(leaves.subList((int) part.first(), (int) part.end()))
                                .base64() + "\n")
                .collect(Collectors.joining()));
    }

    /** A result of which its notice says that the statutory medium had the bids. */
    Entered decidedElsewhere(UUID purchase, String lot) {
        var said = "{\"elsewhere\":{\"lotId\":\"" + lot + "\",\"lotTitle\":\"社工站\"},";
        return publish(purchase, id(), text(purchase, "RESULT").replaceFirst("\\{", said), Map.of());
    }

    String text(UUID purchase, String type) {
        return written(new TreeMap<>(Map.of(
                "number", "510107-2026-%06d".formatted(1 + dice.nextInt(900_000)),
                "publishedAt", "2026-11-%02dT0%d:00:00Z".formatted(1 + dice.nextInt(28), dice.nextInt(9)),
                "deadline", "2026-12-%02dT02:00:00Z".formatted(1 + dice.nextInt(28)),
                "purchaseId", purchase.toString(),
                "title", "试验街道的“助餐”服务 " + dice.nextInt(100),
                "type", type)));
    }

    byte[] bytes() {
        var bytes = new byte[32];
        dice.nextBytes(bytes);
        return bytes;
    }

    static String digest(String text) {
        return HexFormat.of().formatHex(Hash.sha256(utf8(text)));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String written(TreeMap<String, ?> members) {
        var text = new StringBuilder("{");
        members.forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value instanceof String said ? '"' + said + '"' : value));
        return text.append('}').toString();
    }
}
