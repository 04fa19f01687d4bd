package org.goufu.purchase;

import java.util.List;

/**
 * What a rule says about one place of a draft.
 *
 * @param pointer JSON pointer into the draft
 * @param code the rule, for example {@code F04} of domain.md 1.8; its words stand in the bundles
 */
public record Finding(Severity severity, String pointer, String code, List<Object> arguments) {

    /** Whether it stops the publication. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding error(String pointer, String code, Object... arguments) {
        return new Finding(Severity.ERROR, pointer, code, List.of(arguments));
    }

    public static Finding warning(String pointer, String code, Object... arguments) {
        return new Finding(Severity.WARNING, pointer, code, List.of(arguments));
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }
}
