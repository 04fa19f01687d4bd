package org.goufu.organization.domain;

import java.util.List;
import java.util.Map;

/**
 * One row of a file as it was understood.
 *
 * @param number as the spreadsheet program shows it
 * @param cells as they stand in the file
 * @param fields what the row says, by field; only what it says
 * @param regionCode where the body would be registered if it were new
 * @param problems why it is refused; empty for a row that can be taken over
 */
public record ReadRow(
        int number, List<String> cells, Map<String, String> fields, String regionCode, List<CellProblem> problems) {
    public ReadRow {
        cells = List.copyOf(cells);
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }
}
