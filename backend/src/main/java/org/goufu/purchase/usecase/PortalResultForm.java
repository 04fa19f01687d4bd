package org.goufu.purchase.usecase;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sends of a result that the statutory medium published, before anything in it was understood; any of it may be missing
 * while it is only checked.
 *
 * @param service what is left out is taken from the call
 * @param officialPublication where the medium published the result
 */
public record PortalResultForm(
        @Nullable List<@Nullable Winner> winners,
        @Nullable Service service,
        @Nullable List<@Nullable Panelist> panel,
        @Nullable AgencyFee agencyFee,
        @Nullable String otherMatters,
        PurchaseForm.@Nullable Publication officialPublication) {

    /**
     * One who won.
     *
     * @param name and address: of a code that the registry knows, the registry's stand instead
     * @param partner whether it belongs to the consortium of the one before it
     * @param scoreHundredths points in hundredths, 0 to 10000
     * @param evaluationPriceFen after policy deductions
     */
    public record Winner(
            @Nullable String creditCode,
            @Nullable String name,
            @Nullable String address,
            @Nullable Boolean partner,

            @Schema(type = "integer", format = "int64", minimum = "1") @Nullable
            BigDecimal amountFen,

            @Nullable String rate,

            @Schema(type = "integer", format = "int32", minimum = "0", maximum = "10000") @Nullable
            BigDecimal scoreHundredths,

            @Schema(type = "integer", format = "int64", minimum = "1") @Nullable
            BigDecimal evaluationPriceFen) {}

    /** The service as the notice describes it. */
    public record Service(
            @Nullable String name,
            @Nullable String scope,
            @Nullable String requirements,
            @Nullable String time,
            @Nullable String standards) {}

    /** @param ofDepartment whether it is the purchaser's representative */
    public record Panelist(@Nullable String name, @Nullable Boolean ofDepartment) {}

    /** What the agency takes. */
    public record AgencyFee(
            @Nullable String standard,

            @Schema(type = "integer", format = "int64", minimum = "0") @Nullable
            BigDecimal amountFen) {}
}
