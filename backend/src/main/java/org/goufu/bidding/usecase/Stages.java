package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.UUID;
import org.goufu.bidding.OpenedLot.Stage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the stages of openings. */
public interface Stages {

    /**
     * A stage that was begun.
     *
     * @param gatheredAt when enough holders had given their shares
     * @param without why it went on with too few
     */
    record BegunStage(
            UUID id,
            Stage stage,
            Instant releasedAt,
            @Nullable Instant gatheredAt,
            @Nullable String without,
            @Nullable Instant openedAt) {}

    /** Bids that were not refused before are pending from now on. */
    Mono<Void> begin(UUID lot, Stage stage);

    /** The one that was begun last; fails with {@code opening/no-shares-asked} when none was. */
    Mono<BegunStage> last(UUID lot);

    /** @param without why it goes on with too few holders, null when there are enough */
    Mono<Void> gathered(UUID stage, @Nullable String without);

    Mono<Void> opened(UUID stage, byte[] record);

    /** Of which a stage has its shares and no record yet. */
    Flux<UUID> atWork();
}
