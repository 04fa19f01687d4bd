package org.goufu.organization.sql;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.organization.domain.CellProblem;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import with what becomes of it.
 *
 * @param changes by field: what stands there, null for nothing, and what will
 * @param undone after undoing: false where the body was left alone
 * @param keptFor why it was left alone; null where it was not
 */
public record ImportRow(
        int number,
        Outcome outcome,
        @Nullable String name,
        @Nullable String creditCode,
        @Nullable UUID bodyId,
        Map<String, List<@Nullable String>> changes,
        List<CellProblem> problems,
        List<String> cells,
        @Nullable Boolean undone,
        @Nullable Kept keptFor) {

    /** Why undoing leaves a body alone. */
    public enum Kept {
        /** Somebody changed it since. */
        CHANGED,
        /** It was joined with its filing. */
        JOINED,
        /** Somebody acts for it. */
        ACCOUNT,
        /** It is, was or is asked to be a member. */
        MEMBERSHIP,
        /** It was told of something. */
        TOLD
    }

    /** What becomes of a row. */
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        REFUSED
    }
}
