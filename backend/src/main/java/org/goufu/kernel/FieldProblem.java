package org.goufu.kernel;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer into the request body, for example {@code /lots/0/budgetFen}
 * @param code stable word; its text stands in the bundles under {@code field.<code>}
 */
public record FieldProblem(String pointer, String code, List<Object> arguments) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    public static FieldProblem of(String pointer, String code, Object... arguments) {
        return new FieldProblem(pointer, code, List.of(arguments));
    }
}
