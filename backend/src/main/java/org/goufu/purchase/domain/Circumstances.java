package org.goufu.purchase.domain;

import java.time.Instant;
import org.goufu.reference.WorkCalendar;

/**
 * What the rules need to know besides the draft.
 *
 * @param now by the business clock
 * @param purchaseLimitFen 采购限额标准 at the buyer's region today; from this amount on a statutory method is needed
 */
public record Circumstances(Instant now, WorkCalendar calendar, long purchaseLimitFen) {}
