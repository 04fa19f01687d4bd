package org.goufu.platform.sheets;

/**
 * How much of a file is read before it is refused.
 *
 * @param rows the most rows behind the header
 * @param above the most rows that titles and headings take
 * @param columns the most cells of a row
 * @param inflated the most bytes that the parts of a workbook may have together once they are unpacked
 */
public record SheetLimits(int rows, int above, int columns, long inflated) {
    /** The longest text that spreadsheet programs themselves allow in a cell. */
    static final int LONGEST_CELL = 32_767;

    /** The last row number that may hold anything. */
    int lastRow() {
        return rows + above;
    }
}
