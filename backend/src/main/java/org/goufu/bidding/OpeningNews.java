package org.goufu.bidding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * What goes on with the box of a lot, for those who have a part in it. Bidders stand in it only from the moment in which the opening
 * begins.
 *
 * @param id of this piece of news, which each is told once however often it arrives
 * @param recipients departments, bodies, or the accounts of single persons
 * @param time from when or until when something can be done, else null
 * @param count how many bids there must be, of {@link What#TOO_FEW}
 */
public record OpeningNews(
        String id,
        UUID lotId,
        UUID purchaseId,
        String title,
        What what,
        Collection<UUID> recipients,
        @Nullable Instant time,
        @Nullable Integer count)
        implements DomainEvent {
    public OpeningNews {
        recipients = List.copyOf(recipients);
    }

    /** What happened; the texts stand in the bundles under {@code told.opening.<name>}. */
    public enum What {
        /** The box is sealed; the opening may begin at {@code time}. */
        CLOSED,
        /** The bidder may look at the seal until {@code time}. */
        BEGUN,
        /** The box had too few bids in it, and nothing is opened. */
        TOO_FEW,
        /** The same, for the groups that a federation's bid names. */
        PART_TOO_FEW,
        /** The holder's shares are wanted. */
        SHARES_WANTED,
        /** Holders failed: the bidder opens with the keys that it kept, until {@code time}. */
        KEYS_WANTED,
        /** The platform lost ciphertext: the bidder presents its copy, until {@code time}. */
        COPY_WANTED,
        /** The record is made. */
        RECORDED,
        /** The same, for the groups that a federation's bid names: their own part and amount. */
        PART_RECORDED,
        /** And the department forms the panel. */
        PANEL_DUE
    }
}
