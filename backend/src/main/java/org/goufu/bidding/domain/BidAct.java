package org.goufu.bidding.domain;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bidder does with an envelope.
 *
 * @param manifest the very bytes that the bidder made; empty for a withdrawal
 * @param signature of the bidder's key {@code key}, in the form of WebCrypto (two numbers of 32 bytes)
 * @param replaced the envelope in whose place this one comes
 */
public record BidAct(
        Kind kind,
        UUID envelope,
        UUID lot,
        UUID body,
        UUID account,
        UUID key,
        byte[] manifest,
        byte[] signature,
        @Nullable UUID replaced) {

    /** The names are those of the ledger. */
    public enum Kind {
        BID_SUBMITTED,
        BID_REPLACED,
        BID_WITHDRAWN
    }

    public BidAct {
        if ((kind == Kind.BID_REPLACED) != (replaced != null)) {
            throw new IllegalArgumentException("a replacement, and nothing else, replaces something: " + kind);
        }
    }

    public boolean isWithdrawal() {
        return kind == Kind.BID_WITHDRAWN;
    }

    /** Two acts of one kind on one envelope are one act, told twice. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BidAct act && act.kind == kind && act.envelope.equals(envelope);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, envelope);
    }
}
