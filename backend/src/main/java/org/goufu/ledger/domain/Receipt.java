package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An act with the proof that it stands in the ledger; a file that can be checked anywhere, for ever (C2SP tlog-proof).
 *
 * @param salt makes the act's commitment together with the act
 * @param act what was done, as the exact bytes that were entered
 * @param path of the inclusion proof, the lowest first
 * @param note the signed checkpoint that the path leads to
 */
public record Receipt(long index, byte[] salt, byte[] act, List<Hash> path, String note) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST = 1 << 20;

    public Receipt {
        path = List.copyOf(path);
    }

    /** What is wrong with a receipt. */
    public enum Fault {
        /** It was not signed by the ledger whose key is trusted. */
        SIGNATURE,
        /** The signed text is no head of that ledger. */
        CHECKPOINT,
        /** The act is not the one that was entered there. */
        ENTRY
    }

    /** What a good receipt says, or what is wrong with it; one of the two is there. */
    public sealed interface Finding {
        /** The act stands in the ledger, at the latest since this checkpoint. */
        record Good(Checkpoint checkpoint) implements Finding {}

        record Bad(Fault fault) implements Finding {}
    }

    public String text() {
        var extra = Arrays.copyOf(salt, salt.length + act.length);
        System.arraycopy(act, 0, extra, salt.length, act.length);
        var text = new StringBuilder(HEADER)
                .append("\nextra ")
                .append(Base64.getEncoder().encodeToString(extra))
                .append("\nindex ")
                .append(index)
                .append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /** Throws {@link IllegalArgumentException} when it is not a receipt at all. */
    public static Receipt read(String text) {
        if (text.length() > LONGEST) throw new IllegalArgumentException("too long for a receipt");
        int end = text.indexOf("\n\n");
        var lines = end < 0 ? List.<String>of() : List.of(text.substring(0, end).split("\n", -1));
        if (lines.size() < 3 || !lines.getFirst().equals(HEADER)) throw new IllegalArgumentException("not a receipt");
        var extra = StrictBase64.plain(after("extra ", lines.get(1)));
        if (extra.length < Entry.SALT_LENGTH) throw new IllegalArgumentException("no act in it");
        var index = after("index ", lines.get(2));
        if (!index.matches("[0-9]{1,15}")) throw new IllegalArgumentException("not a place: " + index);
        var path = new ArrayList<Hash>();
        lines.subList(3, lines.size()).forEach(line -> path.add(Hash.ofBase64(line)));
        return new Receipt(
                Long.parseLong(index),
                Arrays.copyOf(extra, Entry.SALT_LENGTH),
                Arrays.copyOfRange(extra, Entry.SALT_LENGTH, extra.length),
                path,
                text.substring(end + 2));
    }

    /** The head that was signed; none when the text is no head of the verifier's ledger. */
    static Optional<Checkpoint> head(String signed, Verifier trusted) {
        try {
            return Optional.of(Checkpoint.read(signed))
                    .filter(read -> read.origin().equals(trusted.name()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word))
            throw new IllegalArgumentException("not a receipt: " + word.strip() + " is missing");
        return line.substring(word.length());
    }

    /** Whether the ledger whose key is trusted has this act at this place. */
    public Finding check(Verifier trusted) {
        var signed = SignedNote.open(note, trusted);
        if (signed.isEmpty()) return new Finding.Bad(Fault.SIGNATURE);
        var head = head(signed.get(), trusted);
        if (head.isEmpty()) return new Finding.Bad(Fault.CHECKPOINT);
        var checkpoint = head.get();
        var leaf = Hash.leaf(Entry.commitment(salt, act));
        return Proof.rootOf(leaf, index, checkpoint.size(), path)
                        .filter(checkpoint.root()::equals)
                        .isPresent()
                ? new Finding.Good(checkpoint)
                : new Finding.Bad(Fault.ENTRY);
    }
}
