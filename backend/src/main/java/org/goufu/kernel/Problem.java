package org.goufu.kernel;

import java.util.List;
import java.util.Locale;

/**
 * A refusal as a word: one enum per module, one constant per refusal.
 *
 * <p>The public code ({@code purchase/not-draft}) is derived from the enum's and the constant's name; its text stands in the
 * message bundles under {@code problem.<code>} (detail) and {@code problem.<code>.title} (optional).
 */
public interface Problem {

    /** Whose fault it is; the HTTP status follows from it in one place. */
    enum Kind {
        /** The request cannot be read (400). */
        MALFORMED,
        /** Nobody is signed in, or the credential is wrong (401). */
        UNAUTHENTICATED,
        /** This person may not (403). */
        FORBIDDEN,
        /** It does not exist, or not for this person (404). */
        MISSING,
        /** It is not in a state that allows this (409). */
        CONFLICT,
        /** Somebody changed it meanwhile (412). */
        STALE,
        /** A value breaks a rule (422). */
        INVALID,
        /** The version that is being changed must be named (428). */
        PRECONDITION_REQUIRED,
        /** Too often (429). */
        TOO_MANY,
        /** A part of the platform does not answer now (503). */
        UNAVAILABLE
    }

    Kind kind();

    String name();

    default String code() {
        return hyphens(getClass().getSimpleName().replaceFirst("Problem$", "")) + "/"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default ProblemException raise(Object... arguments) {
        return new ProblemException(this, List.of(arguments), List.of());
    }

    /** The same refusal with the fields that caused it. */
    default ProblemException raise(List<FieldProblem> fields, Object... arguments) {
        return new ProblemException(this, List.of(arguments), fields);
    }

    private static String hyphens(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
