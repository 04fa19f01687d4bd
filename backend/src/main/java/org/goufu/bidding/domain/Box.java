package org.goufu.bidding.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * The box of a lot.
 *
 * @param noticeDigest of the notice that asks for the bids, in hexadecimal digits
 * @param open whether a bid could still be given at the moment of the read, by the business clock
 */
public record Box(
        UUID lot, UUID purchase, UUID notice, String noticeDigest, String title, Instant deadline, boolean open) {}
