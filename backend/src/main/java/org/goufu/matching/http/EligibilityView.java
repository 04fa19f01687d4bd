package org.goufu.matching.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.goufu.organization.BodyKind;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer, recomputable as of its moment.
 *
 * @param asOf what was true and known then decides
 * @param digest SHA-256 of the answer's canonical document, see {@code eligibility.json}
 */
record EligibilityView(
        Eligibility eligibility,
        List<VerdictView> verdicts,
        List<ThroughView> through,
        FieldView field,
        AskedLot lot,
        AskedBody body,
        Instant asOf,
        String digest) {

    /** One federation's answer for a group. */
    record ThroughView(Named federation, Eligibility eligibility, List<VerdictView> verdicts) {}

    /** Whether the lot is in the body's field; when not, what to do so that it stands in the feed. */
    record FieldView(
            boolean fits,
            List<CitationView> citations,
            @Nullable String remedy,
            @Nullable ActionView action) {}

    /** What was asked about. */
    record AskedLot(
            UUID id,
            int number,
            String title,
            UUID noticeId,
            String noticeTitle,
            Named department,
            Coded category,
            long budgetFen,
            @Nullable Instant deadline) {}

    /** Who was asked about, as it was on record then. */
    record AskedBody(UUID id, String name, BodyKind kind) {}
}
