package org.goufu.platform.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file is, told from how it begins and never from what the sender says. */
public enum FileKind {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv");

    /** Scanned papers and photographs. */
    public static final Set<FileKind> PAPERS = Set.of(PDF, JPEG, PNG, WEBP);

    /** Tables to import. */
    public static final Set<FileKind> SHEETS = Set.of(XLSX, CSV);

    /** How much of the beginning {@link #of} needs to see. */
    static final int HEAD = 512;

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Empty when it begins like none of these.
     *
     * <p>A workbook is a zip archive, and a table of text has no mark at all: these two also need the right ending of the name. Whether
     * there is a workbook in the archive, whoever reads it finds out.
     */
    static Optional<FileKind> of(byte[] head, String name) {
        var ending = name.toLowerCase(Locale.ROOT);
        if (begins(head, 0, "%PDF-")) return Optional.of(PDF);
        if (begins(head, 0, "\u00ff\u00d8\u00ff")) return Optional.of(JPEG);
        if (begins(head, 0, "\u0089PNG\r\n\u001a\n")) return Optional.of(PNG);
        if (begins(head, 0, "RIFF") && begins(head, 8, "WEBP")) return Optional.of(WEBP);
        if (begins(head, 0, "PK\u0003\u0004") && ending.endsWith(".xlsx")) return Optional.of(XLSX);
        return ending.endsWith(".csv") && isText(head) ? Optional.of(CSV) : Optional.empty();
    }

    private static boolean begins(byte[] head, int at, String mark) {
        var bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** No control characters but line ends and tabs, in whatever encoding. */
    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') return false;
        }
        return true;
    }
}
