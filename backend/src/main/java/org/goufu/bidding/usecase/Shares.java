package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what holders give of their shares. */
public interface Shares {

    /** One who holds a key to which a bid is sealed; a key that was revoked since stays the bid's. */
    record Holder(String kid, String group, UUID account, String name) {}

    /**
     * A bid that waits to be opened.
     *
     * @param keyset digest of the document that it is sealed to, in hexadecimal digits
     */
    record Pending(UUID envelope, byte[] manifest, String keyset) {}

    /** A holder's share of a segment's key. */
    record Opened(UUID envelope, String segment, String kid) {}

    /** @param wrapped null where the holder could not open it */
    record Kept(UUID envelope, String segment, byte @Nullable [] wrapped) {}

    /** Of all bids that are opened, in the order of the groups; somebody may have several keys, to which different bids are sealed. */
    Flux<Holder> holders(UUID lot);

    Flux<Pending> pending(UUID lot);

    /** Shares of bids that wait which were opened and given. */
    Flux<Opened> opened(UUID lot);

    /** The keys of those who took part in a stage, also of those who could not open all their shares. */
    Flux<String> given(UUID stage);

    /** Fails with {@code opening/already-taken-part}. */
    Mono<Void> add(UUID stage, String kid, Actor by, List<Kept> shares);
}
