package org.goufu.bidding;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what two opened bids of a lot may be found to come from one hand (财政部令第87号 第37条).
 *
 * @param handler who signed it for the bidder; null where that is not known any more
 * @param origin of the network address that gave it: equal for equal addresses within this lot, and nothing can be read from it; null where
 *     none was kept
 * @param digests SHA-256 of its attachments in hexadecimal digits, by segment
 */
public record BidMarks(
        UUID envelope, @Nullable String handler, @Nullable String origin, Map<String, String> digests) {
    public BidMarks {
        digests = Map.copyOf(digests);
    }
}
