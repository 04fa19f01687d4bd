package org.goufu.organization.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file says what.
 *
 * @param headerRow the number of the row that holds the headings
 */
public record ColumnMapping(int headerRow, List<Column> columns) {

    /**
     * A column of the file.
     *
     * @param field what it says, null when it is left aside
     */
    public record Column(String heading, @Nullable ImportField field) {}

    public ColumnMapping {
        columns = List.copyOf(columns);
    }

    /** Empty when the row is no header: it must name the body and at least one thing more. */
    public static Optional<ColumnMapping> guess(int rowNumber, List<String> cells) {
        var taken = EnumSet.noneOf(ImportField.class);
        var columns = new ArrayList<Column>();
        for (var cell : cells) {
            var field = ImportField.named(cell)
                    .filter(named -> taken.add(named) || named.mayRepeat())
                    .orElse(null);
            columns.add(new Column(TypedForms.words(cell), field));
        }
        boolean named = taken.contains(ImportField.NAME) || taken.contains(ImportField.CREDIT_CODE);
        return named && taken.size() > 1 ? Optional.of(new ColumnMapping(rowNumber, columns)) : Optional.empty();
    }

    /** The same file read as somebody chose; fails with {@code import/mapping-invalid}. */
    public ColumnMapping choose(List<@Nullable ImportField> fields) {
        var taken = EnumSet.noneOf(ImportField.class);
        for (var field : fields) {
            if (field != null && !taken.add(field) && !field.mayRepeat()) throw ImportProblem.MAPPING_INVALID.raise();
        }
        if (fields.size() != columns.size()
                || !taken.contains(ImportField.NAME) && !taken.contains(ImportField.CREDIT_CODE)) {
            throw ImportProblem.MAPPING_INVALID.raise();
        }
        var chosen = new ArrayList<Column>();
        for (int i = 0; i < fields.size(); i++) {
            chosen.add(new Column(columns.get(i).heading(), fields.get(i)));
        }
        return new ColumnMapping(headerRow, chosen);
    }
}
