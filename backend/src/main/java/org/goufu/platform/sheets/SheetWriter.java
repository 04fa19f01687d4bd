package org.goufu.platform.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook row by row; blocking.
 *
 * <p>Every cell is text: a spreadsheet program neither computes it nor drops its digits.
 */
public final class SheetWriter implements Closeable {
    private static final int FLUSH_EVERY = 1_000;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    public SheetWriter(Path file, String sheetName) throws IOException {
        this.out = Files.newOutputStream(file);
        this.workbook = new Workbook(out, "Goufu", "1.0");
        this.sheet = workbook.newWorksheet(sheetName);
    }

    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) sheet.inlineString(rows, i, cells.get(i));
        }
        rows++;
        if (rows % FLUSH_EVERY == 0) sheet.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            workbook.finish();
        }
    }
}
