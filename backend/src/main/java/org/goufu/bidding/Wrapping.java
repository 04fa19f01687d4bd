package org.goufu.bidding;

import java.util.UUID;

/** Wraps what bids say before it is written down: a stolen database or backup tells nothing of it. */
public interface Wrapping {
    /** @param part of what belongs to the id: it opens at this place and at no other */
    byte[] wrapped(UUID id, String part, byte[] content);

    byte[] unwrapped(UUID id, String part, byte[] wrapped);
}
