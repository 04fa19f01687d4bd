package org.goufu.platform.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before anything parses it: what it holds, and how much it becomes when it is unpacked.
 *
 * <p>Sizes are counted while unpacking, for what the archive says about itself may be a lie.
 */
final class WorkbookGuard {
    private static final int MOST_PARTS = 1_000;
    private static final long FREE_OF_RATIO = 1 << 20;
    private static final long STRONGEST_RATIO = 200;
    /** Texts that cells share are kept in memory while the rows are read. */
    private static final long MOST_TEXT = 128L << 20;

    private static final int SHEET_HEAD = 1 << 12;
    private static final Pattern DIMENSION = Pattern.compile("<dimension[^>]*ref=\"[A-Z]+\\d+:[A-Z]+(\\d+)\"");
    private static final Pattern DECLARATION = Pattern.compile("<!(DOCTYPE|ENTITY)");

    private final SheetLimits limits;
    private long inflated;

    WorkbookGuard(SheetLimits limits) {
        this.limits = limits;
    }

    void check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) throw SheetProblem.TOO_COMPRESSED.raise();
            if (zip.getEntry("xl/workbook.xml") == null) throw missing(zip);
            for (var parts = zip.entries(); parts.hasMoreElements(); ) {
                check(zip, parts.nextElement());
            }
        } catch (ZipException damaged) {
            throw SheetProblem.DAMAGED.raise();
        }
    }

    private static RuntimeException missing(ZipFile zip) {
        return (zip.getEntry("EncryptedPackage") == null ? SheetProblem.NOT_A_TABLE : SheetProblem.ENCRYPTED).raise();
    }

    private void check(ZipFile zip, ZipEntry part) throws IOException {
        var name = part.getName().toLowerCase(Locale.ROOT);
        if (name.contains("vbaproject") || name.startsWith("xl/macrosheets/")) throw SheetProblem.MACROS.raise();
        if (name.startsWith("xl/externallinks/")) throw SheetProblem.EXTERNAL_LINKS.raise();
        if (name.startsWith("xl/embeddings/") || name.startsWith("xl/activex/")) {
            throw SheetProblem.EMBEDDED_OBJECTS.raise();
        }
        try (var in = zip.getInputStream(part)) {
            var head = in.readNBytes(SHEET_HEAD);
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                checkHead(name, new String(head, StandardCharsets.ISO_8859_1));
            }
            measure(in, head, part);
        }
    }

    private void checkHead(String name, String head) {
        if (DECLARATION.matcher(head).find() || head.indexOf('\0') >= 0) throw SheetProblem.DAMAGED.raise();
        var declared = DIMENSION.matcher(head);
        if (name.startsWith("xl/worksheets/")
                && declared.find()
                && (declared.group(1).length() > 9 || Integer.parseInt(declared.group(1)) > limits.lastRow())) {
            throw SheetProblem.TOO_MANY_ROWS.raise(limits.rows());
        }
    }

    private void measure(InputStream in, byte[] head, ZipEntry part) throws IOException {
        var buffer = new byte[1 << 16];
        var addresses = new CellAddresses();
        boolean sheet = part.getName().startsWith("xl/worksheets/");
        if (sheet) addresses.see(head, head.length);
        long packed = Math.max(1, part.getCompressedSize());
        long most = part.getName().endsWith("sharedStrings.xml") ? MOST_TEXT : limits.inflated();
        long size = head.length;
        inflated += head.length;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            inflated += read;
            if (sheet) addresses.see(buffer, read);
            if (size > most
                    || inflated > limits.inflated()
                    || size > FREE_OF_RATIO && size / packed > STRONGEST_RATIO) {
                throw SheetProblem.TOO_COMPRESSED.raise();
            }
        }
    }

    /**
     * Looks for the attribute {@code r="ABCD…"}: a column that no spreadsheet program knows, for which a reader would make room. The
     * name alone counts, not one that ends in it, as {@code xmlns:r} does.
     */
    private static final class CellAddresses {
        private static final int MOST_LETTERS = 3;

        private enum Seen {
            NOTHING,
            SPACE,
            NAME,
            EQUALS,
            VALUE
        }

        private Seen seen = Seen.NOTHING;
        private int letters;

        void see(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                seen = after(bytes[i]);
            }
        }

        private Seen after(byte c) {
            boolean space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
            return switch (seen) {
                case NOTHING -> space ? Seen.SPACE : Seen.NOTHING;
                case SPACE -> space ? Seen.SPACE : c == 'r' ? Seen.NAME : Seen.NOTHING;
                case NAME -> space ? Seen.NAME : c == '=' ? Seen.EQUALS : Seen.NOTHING;
                case EQUALS -> {
                    letters = 0;
                    yield space ? Seen.EQUALS : c == '"' || c == '\'' ? Seen.VALUE : Seen.NOTHING;
                }
                case VALUE -> letter(c) ? Seen.VALUE : Seen.NOTHING;
            };
        }

        /** An address that hides its letters behind entities is none that a program wrote. */
        private boolean letter(byte c) {
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (c == '&' || letter && ++letters > MOST_LETTERS) throw SheetProblem.DAMAGED.raise();
            return letter;
        }
    }
}
