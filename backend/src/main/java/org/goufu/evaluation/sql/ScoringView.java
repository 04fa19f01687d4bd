package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.LowPrice;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.Review.Check;
import org.goufu.kernel.Named;
import org.goufu.matching.Conflict.Rule;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluator works with: the bids as they were opened, and his or her own sheet.
 *
 * @param checks what is to be checked of each bid that counts
 * @param reviewed whether the caller has checked the bids, which one who took the seat late does before scoring
 * @param excused whether the others decide without the caller
 * @param signed how many of the panel have signed
 */
public record ScoringView(
        UUID lotId,
        String title,
        String noticeTitle,
        Named department,
        ProcurementMethod method,
        Phase phase,
        boolean staged,
        int seat,
        boolean declared,
        List<Check> checks,
        boolean reviewed,
        boolean judged,
        boolean excused,
        int members,
        int signed,
        List<ItemView> items,
        List<Paper> bids,
        SheetView sheet,
        List<Question> questions) {

    /**
     * A bid as it was opened.
     *
     * @param groups with which a federation bids; a relation to one of them is one to the bidder, too (实施条例 第9条). Empty once the caller has
     *     declared
     * @param counts whether the caller is to check or to score it
     * @param declared the conflicts that its bidder declared: who checks qualifications finds about each
     */
    public record Paper(
            UUID id,
            Named body,
            List<Named> groups,
            boolean counts,
            @Nullable Long priceFen,
            List<PriceLine> lines,
            List<AnswerView> answers,
            List<AttachmentView> attachments,
            List<Rule> declared) {}

    /** @param quantity as it was written, a decimal number */
    public record PriceLine(String item, String unit, String quantity, long fen) {}

    public record AnswerView(String criterion, String text) {}

    /** @param segment under which its bytes are */
    public record AttachmentView(String segment, String name, String type, long bytes) {}

    /**
     * The caller's own sheet.
     *
     * @param reopened where objective points do not agree: only these may change; null when all may
     */
    public record SheetView(
            boolean signed, int revision, @Nullable List<CellView> reopened, List<ScoreView> scores, long version) {}

    public record CellView(UUID bid, int item) {}

    /** @param points in hundredths */
    public record ScoreView(
            UUID bid,
            int item,
            @Nullable Integer points,
            @Nullable String reason) {}

    /** A low price, and whether the caller has found about its explanation. */
    public record Question(
            UUID bid,
            List<LowPrice.Trigger> triggers,
            Instant answerBy,
            @Nullable String explanation,
            boolean found,
            @Nullable Boolean accepted) {}
}
