package org.goufu.organization;

import java.util.Arrays;
import java.util.Optional;

/** Assessment grades, the lowest first (domain.md 3.6). */
public enum Grade {
    A1,
    A2,
    A3,
    A4,
    A5;

    /** 1 to 5. */
    public int level() {
        return ordinal() + 1;
    }

    /** Empty for what is no grade. */
    public static Optional<Grade> of(String value) {
        return Arrays.stream(values())
                .filter(grade -> grade.name().equals(value))
                .findFirst();
    }
}
