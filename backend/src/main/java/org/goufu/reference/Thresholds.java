package org.goufu.reference;

import java.time.LocalDate;

/** Amounts that decide which procedure the law asks for: configuration by region and date, never constants (domain.md 1.3). */
public interface Thresholds {

    /**
     * An amount with its source.
     *
     * @param verified whether a person compared it with the official text; false is shown to operators
     */
    record Threshold(long amountFen, String document, boolean verified) {}

    /** 采购限额标准 for services at a region's level on a day. */
    Threshold purchaseLimit(String regionCode, LocalDate on);

    /** 公开招标数额标准 for services. */
    Threshold openTender(String regionCode, LocalDate on);
}
