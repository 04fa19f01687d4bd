package org.goufu.account.domain;

import java.util.List;
import java.util.Locale;
import org.goufu.kernel.FieldProblem;

/** A password that somebody chooses: long rather than crooked (ASVS 6.2.1, 6.2.5, 6.2.11). */
public record NewPassword(String value) {
    public static final int SHORTEST = 15;

    private static final int FEWEST_LETTERS = 5;
    private static final List<String> OURS = List.of("goufu", "购服");

    /** Fails with {@code activation/password-weak}, saying what is wrong with it. */
    public NewPassword {
        if (value.length() < SHORTEST) {
            refuse("password-short", SHORTEST, value.length());
        }
        if (value.chars().distinct().count() < FEWEST_LETTERS
                || OURS.stream().anyMatch(value.toLowerCase(Locale.ROOT)::contains)) {
            refuse("password-simple");
        }
    }

    /** Fails with {@code activation/password-weak} when the name stands in it. */
    public NewPassword of(String username) {
        if (value.toLowerCase(Locale.ROOT).contains(username)) {
            refuse("password-name");
        }
        return this;
    }

    private static void refuse(String code, Object... arguments) {
        throw ActivationProblem.PASSWORD_WEAK.raise(List.of(FieldProblem.of("/password", code, arguments)));
    }

    /** The password must not reach a log by way of a record's text. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
