package org.goufu.organization.domain;

/**
 * Why a row is refused: one cell of it.
 *
 * @param column the heading of the cell's column; empty when it is about the row as a whole
 * @param code stable word; its text stands in the bundles under {@code import-row.<code>}
 * @param value what stands in the cell, or what else the text names
 */
public record CellProblem(String column, String code, String value) {
    private static final int LONGEST = 80;

    public CellProblem {
        value = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
