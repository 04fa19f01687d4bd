package org.goufu.purchase.sql;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.Contact;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.NoticeContent.Corrected;
import org.goufu.purchase.NoticeContent.Field;
import org.goufu.purchase.NoticeContent.Official;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.sql.LotView.RequirementView;
import org.jspecify.annotations.Nullable;

/**
 * A notice whole: what its official form says never changes, and the fields beside it are, of a call that was corrected, those of its last
 * correction.
 *
 * @param bidPlace where bids are given; null of a notice for which none are
 * @param elsewhere of a result: bids were given and judged on the statutory medium, and only its notice is here (decision 54)
 * @param corrects of a correction, what it corrects and how; else null
 * @param corrections of this purchase, the earliest first
 * @param repeats calls that ended for too few bids, of which this one is the second run
 * @param repeatedBy the second runs of this one
 */
public record NoticeDetails(
        UUID id,
        String number,
        UUID purchaseId,
        String purchaseNumber,
        NoticeType type,

        @Schema(
                allowableValues = {
                    "N01", "N02", "N03", "N04", "N05", "N06", "N07", "N08", "N09", "N10", "N11", "N12", "N13", "N14",
                    "P01", "P02", "P03", "P04", "P05", "P06"
                })
        String formatCode,

        String title,
        String summary,
        Named department,
        Coded region,
        ProcurementMethod method,
        long amountFen,
        Instant publishedAt,
        @Nullable Instant deadline,
        @Nullable Instant openingAt,
        NoticeStatus status,
        @Nullable Official official,
        @Nullable BidPlace bidPlace,
        boolean elsewhere,
        String description,
        boolean stagedOpening,
        boolean acceptsConsortium,
        boolean supervisedOpening,
        LowPriceRatios lowPrice,
        Contact contact,
        List<LotView> lots,
        @Nullable Corrected corrects,
        List<Correcting> corrections,
        List<Related> notices,
        List<Related> repeats,
        List<Related> repeatedBy,
        List<String> attachments,
        String digest,
        List<Section> sections,
        List<Field> fields) {

    /** Another notice, of the same purchase where nothing else is said. */
    public record Related(UUID id, String number, NoticeType type, String title, Instant publishedAt) {}

    /**
     * A correction.
     *
     * @param deadline from then on
     * @param corrected null of one that is older than the platform
     */
    public record Correcting(
            UUID id,
            String number,
            NoticeType type,
            String title,
            Instant publishedAt,
            @Nullable Instant deadline,
            @Nullable Corrected corrected) {}

    /** The same with requirements in the reader's language. */
    public NoticeDetails worded(Function<RequirementView, @Nullable String> words) {
        return new NoticeDetails(
                id,
                number,
                purchaseId,
                purchaseNumber,
                type,
                formatCode,
                title,
                summary,
                department,
                region,
                method,
                amountFen,
                publishedAt,
                deadline,
                openingAt,
                status,
                official,
                bidPlace,
                elsewhere,
                description,
                stagedOpening,
                acceptsConsortium,
                supervisedOpening,
                lowPrice,
                contact,
                lots.stream().map(lot -> lot.worded(words)).toList(),
                corrects,
                corrections,
                notices,
                repeats,
                repeatedBy,
                attachments,
                digest,
                sections,
                fields);
    }
}
