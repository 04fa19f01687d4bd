package org.goufu.platform.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.goufu.kernel.ProblemException;

/** Reads the first visible sheet of a workbook that {@link WorkbookGuard} let pass. */
final class WorkbookRows {
    /** All that a cell keeps of a number. */
    private static final int DIGITS = 15;

    private WorkbookRows() {}

    static void read(Path file, SheetLimits limits, RowSink sink) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile());
                var rows = firstVisible(workbook).openStream()) {
            if (workbook.isDate1904()) throw SheetProblem.DATES_FROM_1904.raise();
            int taken = 0;
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                if (taken++ == limits.lastRow()) throw SheetProblem.TOO_MANY_ROWS.raise(limits.rows());
                sink.take(row(each.next(), limits));
            }
        } catch (ProblemException refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            throw SheetProblem.DAMAGED.raise();
        }
    }

    private static Sheet firstVisible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(SheetProblem.EMPTY::raise);
    }

    private static SheetRow row(Row row, SheetLimits limits) {
        if (row.getRowNum() > limits.lastRow()) throw SheetProblem.TOO_MANY_ROWS.raise(limits.rows());
        var cells = new ArrayList<String>();
        Set<Integer> formulas = new HashSet<>();
        for (var cell : row) {
            var text = cell == null ? "" : text(cell);
            if (cell != null && isFormula(cell)) formulas.add(cells.size());
            if (cells.size() < limits.columns()) {
                cells.add(text);
            } else if (!text.isBlank()) {
                throw SheetProblem.TOO_MANY_COLUMNS.raise(limits.columns());
            }
        }
        return new SheetRow(row.getRowNum(), cells, formulas);
    }

    private static boolean isFormula(Cell cell) {
        return cell.getType() == CellType.FORMULA || cell.getFormula() != null;
    }

    private static String text(Cell cell) {
        var raw = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        return raw == null ? "" : cell.getType() == CellType.NUMBER ? number(raw) : raw;
    }

    /** Without an exponent where it is exact; one that lost digits keeps it, so that it is never taken for a code. */
    private static String number(String raw) {
        var number = new BigDecimal(raw).stripTrailingZeros();
        return number.precision() - number.scale() > DIGITS
                ? number.toString()
                : number.round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
    }
}
