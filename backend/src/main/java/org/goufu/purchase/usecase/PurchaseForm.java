package org.goufu.purchase.usecase;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.MethodGround;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.RequirementKind;
import org.jspecify.annotations.Nullable;

/**
 * What a department sends as a draft, before anything in it was understood; any of it may be missing.
 *
 * <p>Numbers and codes are taken as they come, so that a wrong one is answered with its pointer.
 */
public record PurchaseForm(
        @Nullable String title,

        @Schema(implementation = ProcurementMethod.class) @Nullable
        String method,

        @Nullable String regionCode,
        @Nullable String description,
        @Nullable List<@Nullable Lot> lots,
        @Schema(format = "date-time") @Nullable String bidDeadline,
        @Schema(format = "date-time") @Nullable String openingAt,
        @Nullable Person contact,
        @Nullable Boolean stagedOpening,
        @Nullable Boolean acceptsConsortium,
        @Nullable Boolean supervisedOpening,
        @Nullable Ratios lowPrice,
        @Nullable StatutoryPart statutory) {

    /** Below how many percent a price is asked about; what is left out stays as the law has it. */
    public record Ratios(
            @Schema(type = "integer", format = "int32", minimum = "50", maximum = "65") @Nullable
            BigDecimal ofAverage,

            @Schema(type = "integer", format = "int32", minimum = "50", maximum = "65") @Nullable
            BigDecimal ofSecond,

            @Schema(type = "integer", format = "int32", minimum = "45", maximum = "65") @Nullable
            BigDecimal ofCeiling) {}

    /** @param repeats the lot that ended for too few bids, whose second run this one is */
    public record Lot(
            @Nullable String title,
            @Nullable String categoryCode,
            @Nullable List<@Nullable String> serviceRegionCodes,

            @Schema(type = "integer", format = "int64", minimum = "1") @Nullable
            BigDecimal budgetFen,

            @Nullable String description,
            @Nullable List<@Nullable Condition> requirements,
            @Nullable List<@Nullable Points> criteria,
            @Schema(format = "uuid") @Nullable String repeats) {}

    /** A requirement of a lot: a kind and the parameters of that kind. */
    public record Condition(
            @Schema(implementation = RequirementKind.class) @Nullable
            String kind,

            @Nullable String qualification,

            @Schema(type = "integer", format = "int32") @Nullable
            BigDecimal year,

            @Schema(type = "integer", format = "int32") @Nullable
            BigDecimal count,

            @Nullable String text) {}

    /** A criterion of a lot. */
    public record Points(
            @Nullable String name,

            @Schema(type = "integer", format = "int32") @Nullable
            BigDecimal weight,

            @Schema(implementation = Criterion.Kind.class) @Nullable
            String kind,

            @Nullable Boolean objective) {}

    /** Whom a bidder may ask. */
    public record Person(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    /** What a statutory method asks for besides; none of it belongs to a method below the purchase limit. */
    public record StatutoryPart(
            @Nullable String projectCode,
            @Nullable Publication officialPublication,

            @Schema(implementation = MethodGround.class) @Nullable
            String ground,

            @Nullable Approval approval,
            @Nullable Announced intention,
            @Nullable String intentionExemptReason,
            @Nullable Papers documents,
            @Nullable String contractTerm,
            @Nullable String submissionPlace,
            @Nullable String openingPlace,
            @Nullable Agent agency,
            @Nullable String otherMatters) {}

    /** Where and when the statutory medium published it. */
    public record Publication(
            @Nullable String medium,
            @Nullable String url,
            @Nullable String noticeId,
            @Schema(format = "date-time") @Nullable String publishedAt) {}

    /** That another method than the open tender was approved. */
    public record Approval(
            @Nullable String number,
            @Nullable String authority,
            @Schema(format = "date") @Nullable String date) {}

    /** The intention that announced it. */
    public record Announced(
            @Nullable String number,
            @Schema(format = "date") @Nullable String publishedOn) {}

    /** How the documents of the procurement are had. */
    public record Papers(
            @Schema(format = "date-time") @Nullable String from,
            @Schema(format = "date-time") @Nullable String to,
            @Nullable String place,
            @Nullable String way,

            @Schema(type = "integer", format = "int64", minimum = "0") @Nullable
            BigDecimal priceFen) {}

    /** The agency that runs it, where one is entrusted. */
    public record Agent(
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone) {}
}
