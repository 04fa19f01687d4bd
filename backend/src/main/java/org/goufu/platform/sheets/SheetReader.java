package org.goufu.platform.sheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads a table row by row, whatever its content shows it to be.
 *
 * <p>Blocking: callers run it on a scheduler of their own. Fails with a {@link SheetProblem} for the whole file.
 */
public final class SheetReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEAD = 8;

    private SheetReader() {}

    /**
     * Hands every row to the sink that is not empty.
     *
     * @param name what the file was called; its extension must say what the content is
     */
    public static void read(Path file, String name, SheetLimits limits, RowSink sink) throws IOException {
        var head = head(file);
        checkKind(head, name);
        RowSink taking = row -> {
            if (!row.isEmpty()) sink.take(row);
        };
        if (startsWith(head, ZIP)) {
            new WorkbookGuard(limits).check(file);
            WorkbookRows.read(file, limits, taking);
        } else {
            CsvRows.read(file, limits, taking);
        }
    }

    /**
     * What can be said from the name and the first eight bytes alone.
     *
     * <p>A workbook behind a password is wrapped into the container that old workbooks were made of.
     */
    public static void checkKind(byte[] head, String name) {
        if (head.length == 0) throw SheetProblem.EMPTY.raise();
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        switch (extension) {
            case "xlsm", "xltm", "xlam" -> throw SheetProblem.MACROS.raise();
            case "xls", "et" -> throw SheetProblem.OLD_FORMAT.raise();
            case "xlsx" -> {
                if (startsWith(head, OLE)) throw SheetProblem.ENCRYPTED.raise();
                if (!startsWith(head, ZIP)) throw SheetProblem.WRONG_EXTENSION.raise(name);
            }
            case "csv" -> {
                if (startsWith(head, OLE) || startsWith(head, ZIP)) throw SheetProblem.WRONG_EXTENSION.raise(name);
            }
            default -> throw SheetProblem.WRONG_EXTENSION.raise(name);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
