package org.goufu.organization;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.goufu.kernel.FieldProblem;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last one a check character.
 *
 * <p>The region inside it is the one of the day of registration and may be gone since, so it is never looked up. The inner check
 * character at position 17 (GB 11714) is wrong on some real codes: it only warns.
 */
public record CreditCode(String value) {
    /** Without I, O, S, V and Z, which are read as 1, 0, 5, U and 2. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 18;
    private static final int BODY_START = 8;
    private static final int BODY_END = 16;

    /** Takes any way of writing it; fails with {@code organization/credit-code-invalid} when it is none. */
    public CreditCode {
        value = normalized(value);
        if (!isWellFormed(value) || check(value.substring(0, LENGTH - 1)) != value.charAt(LENGTH - 1)) {
            throw OrganizationProblem.CREDIT_CODE_INVALID.raise(value);
        }
    }

    /**
     * What is wrong with the code, for whoever typed it: its length, a character that no code has, or the check character with the one
     * that should stand there. Empty when nothing is.
     */
    public static Optional<FieldProblem> fault(String pointer, String text) {
        var code = normalized(text);
        if (code.length() != LENGTH) {
            return Optional.of(FieldProblem.of(pointer, "credit-code-length", code.length()));
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return Optional.of(
                        FieldProblem.of(pointer, "credit-code-character", i + 1, String.valueOf(code.charAt(i))));
            }
        }
        var given = String.valueOf(code.charAt(LENGTH - 1));
        var due = String.valueOf(check(code.substring(0, LENGTH - 1)));
        return given.equals(due)
                ? Optional.empty()
                : Optional.of(FieldProblem.of(pointer, "credit-code-check", given, due));
    }

    public static boolean isValid(String text) {
        var code = normalized(text);
        return isWellFormed(code) && check(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1);
    }

    /** Completes the two check characters behind a registrar's two digits, six digits of region and eight characters of body. */
    public static CreditCode complete(String first16) {
        var first17 = first16 + bodyCheck(first16.substring(BODY_START));
        return new CreditCode(first17 + check(first17));
    }

    /** Trimmed, full-width characters made half-width, upper case. */
    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /** The legal form that the second character names under 民政 (first character 5); empty for every other registrar. */
    public Optional<LegalForm> legalForm() {
        return switch (value.substring(0, 2)) {
            case "51" -> Optional.of(LegalForm.ASSOCIATION);
            case "52" -> Optional.of(LegalForm.SERVICE_INSTITUTION);
            case "53" -> Optional.of(LegalForm.FOUNDATION);
            default -> Optional.empty();
        };
    }

    /** False is worth a warning to whoever enters the code, nothing more. */
    public boolean bodyCheckMatches() {
        return dueBodyCheck() == value.charAt(BODY_END);
    }

    /** What should stand at position 17 by the older standard. */
    public char dueBodyCheck() {
        return bodyCheck(value.substring(BODY_START, BODY_END));
    }

    private static boolean isWellFormed(String code) {
        return code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    private static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    /** Here letters count ten and up through the whole alphabet, not through the shortened one. */
    private static char bodyCheck(String body) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            sum += Character.getNumericValue(body.charAt(i)) * BODY_WEIGHTS[i];
        }
        int rest = 11 - sum % 11;
        return rest == 10 ? 'X' : rest == 11 ? '0' : (char) ('0' + rest);
    }
}
