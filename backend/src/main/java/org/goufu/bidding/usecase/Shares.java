package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what holders give of their shares. */
public interface Shares {

    /** One who holds a key of the lot; a key that was revoked since stays the lot's. */
    record Holder(String kid, String group, UUID account, String name) {}

    /** A bid that waits to be opened. */
    record Pending(UUID envelope, byte[] manifest) {}

    /** @param wrapped null where the holder could not open it */
    record Kept(UUID envelope, String segment, byte @Nullable [] wrapped) {}

    /** In the order of the keyset's groups. */
    Flux<Holder> holders(UUID lot);

    Flux<Pending> pending(UUID lot);

    /** The keys of those who took part in a stage. */
    Flux<String> given(UUID stage);

    /** Fails with {@code opening/already-taken-part}. */
    Mono<Void> add(UUID stage, String kid, Actor by, List<Kept> shares);
}
