package org.goufu.evaluation.sql;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.evaluation.domain.Sheet.Score;
import org.goufu.platform.documents.CanonicalJson;

/**
 * What is public of a sheet, and what its digest is taken of.
 *
 * @param seat in place of a name
 */
record WrittenSheet(String format, UUID lot, int seat, int revision, List<Line> scores) {
    private static final int SALT_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param reason SHA-256 over a secret salt and the words: what one bidder is told is not for the others */
    record Line(UUID bid, int item, int points, String reason) {

        /** With a salt of its own: one hash twice would show a bidder who knows its words that another was told the same. */
        static Line of(Score score) {
            var salt = new byte[SALT_LENGTH];
            RANDOM.nextBytes(salt);
            var salted = HexFormat.of().formatHex(salt) + "|" + score.reason();
            return new Line(
                    score.bid(),
                    score.item(),
                    Objects.requireNonNull(score.points()),
                    HexFormat.of().formatHex(CanonicalJson.digest(salted)));
        }
    }

    static WrittenSheet of(Sheet sheet) {
        return new WrittenSheet(
                "goufu-sheet/1",
                sheet.lot(),
                sheet.seat(),
                sheet.revision(),
                sheet.scores().stream().map(Line::of).toList());
    }
}
