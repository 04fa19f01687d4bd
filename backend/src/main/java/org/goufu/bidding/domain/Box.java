package org.goufu.bidding.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The box of a lot.
 *
 * @param noticeDigest of the notice that asks for the bids, in hexadecimal digits
 * @param keyset digest of the document to which bids must be sealed since the lot's holders were replaced, in hexadecimal digits; null
 *     while the first one holds
 * @param open whether a bid could still be given at the moment of the read, by the business clock
 */
public record Box(
        UUID lot,
        UUID purchase,
        UUID notice,
        String noticeDigest,
        @Nullable String keyset,
        String title,
        Instant deadline,
        boolean open) {

    /** Whether a bid that names this document is sealed to those who open it now. */
    public boolean takesSealedTo(String named) {
        return keyset == null || keyset.equals(named);
    }
}
