package org.goufu.matching.http;

import java.util.UUID;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.sql.MatchQueries.After;
import org.goufu.platform.http.PageRequest;

/** The cursor of lists that are ordered by score. */
final class Cursor {
    private Cursor() {}

    static After read(PageRequest page) {
        var after = page.after();
        if (after == null) return After.START;
        var parts = after.split("\\|", 2);
        try {
            return new After(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw MatchingProblem.CURSOR_UNREADABLE.raise();
        }
    }

    static String of(int score, UUID id) {
        return PageRequest.cursor(score + "|" + id);
    }
}
