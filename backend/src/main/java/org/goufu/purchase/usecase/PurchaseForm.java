package org.goufu.purchase.usecase;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department sends as a draft, before anything in it was understood; any of it may be missing.
 *
 * <p>Numbers and codes are taken as they come, so that a wrong one is answered with its pointer.
 */
public record PurchaseForm(
        @Nullable String title,
        @Nullable String method,
        @Nullable String regionCode,
        @Nullable String description,
        @Nullable List<@Nullable Lot> lots,
        @Nullable String bidDeadline,
        @Nullable String openingAt,
        @Nullable Person contact) {

    /** A lot of the form. */
    public record Lot(
            @Nullable String title,
            @Nullable String categoryCode,
            @Nullable List<@Nullable String> serviceRegionCodes,
            @Nullable BigDecimal budgetFen,
            @Nullable String description,
            @Nullable List<@Nullable Condition> requirements,
            @Nullable List<@Nullable Points> criteria) {}

    /** A requirement of a lot: a kind and the parameters of that kind. */
    public record Condition(
            @Nullable String kind,
            @Nullable String qualification,
            @Nullable BigDecimal year,
            @Nullable BigDecimal count,
            @Nullable String text) {}

    /** A criterion of a lot. */
    public record Points(
            @Nullable String name,
            @Nullable BigDecimal weight,
            @Nullable String kind) {}

    /** Whom a bidder may ask. */
    public record Person(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}
}
