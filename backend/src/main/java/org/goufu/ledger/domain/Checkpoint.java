package org.goufu.ledger.domain;

/**
 * The head of the ledger at some moment, as text (C2SP tlog-checkpoint).
 *
 * @param origin names the ledger
 * @param size counts the entries
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Throws {@link IllegalArgumentException} when it is not a checkpoint's text. */
    public static Checkpoint read(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < LINES + 1 || lines[0].isEmpty() || !lines[lines.length - 1].isEmpty()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        if (!lines[1].matches("0|[1-9][0-9]{0,14}")) throw new IllegalArgumentException("not a size: " + lines[1]);
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
    }
}
