package org.goufu.platform.sheets;

import java.util.List;
import java.util.Set;

/**
 * One row as it stands in the file.
 *
 * @param number as the spreadsheet program shows it, from 1
 * @param cells as text, empty where nothing stands; a number without its format, a date as its serial number
 * @param formulas positions of cells that a formula computes: their text is not to be trusted
 */
public record SheetRow(int number, List<String> cells, Set<Integer> formulas) {
    public SheetRow {
        cells = List.copyOf(cells);
        formulas = Set.copyOf(formulas);
    }

    public SheetRow(int number, List<String> cells) {
        this(number, cells, Set.of());
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }
}
