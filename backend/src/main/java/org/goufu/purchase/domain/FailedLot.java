package org.goufu.purchase.domain;

import java.util.UUID;
import org.goufu.purchase.ProcurementMethod;

/**
 * A lot of one's own department that ended because too few came, which a second run may repeat.
 *
 * @param notice the call that published it, with its number
 */
public record FailedLot(
        UUID lot, UUID notice, String number, String title, String category, ProcurementMethod method) {}
