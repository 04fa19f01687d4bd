package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.Opening;
import org.goufu.kernel.Actor;
import org.goufu.organization.BodyKind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps openings, their stages and what was said during them. */
public interface Openings {

    /** @param sealedAt null until the box is sealed */
    record BoxOfLot(
            UUID lot,
            UUID purchase,
            Instant deadline,
            @Nullable Instant sealedAt) {}

    /** A bid that counts, as it lies in a sealed box. */
    record Lying(UUID envelope, UUID body, Instant acceptedAt, byte[] manifest) {}

    /** The same with what the registry and the envelope say of it. */
    record NewBid(
            UUID envelope,
            UUID body,
            String name,
            BodyKind kind,
            List<UUID> actingFor,
            String rosterHash,
            String keysetHash,
            Instant acceptedAt) {
        public NewBid {
            actingFor = List.copyOf(actingFor);
        }
    }

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

    /** What somebody said. */
    record Word(Kind kind, @Nullable UUID body, String name, String words, Instant at) {
        /** What about. */
        public enum Kind {
            /** A bidder found its bid in the box as it gave it. */
            WHOLE,
            OBJECTION,
            /** A holder's shares were not the ones that bidders made for that key. */
            WRONG_SHARES,
            /** A holder's key does not open shares that bidders made for it. */
            UNOPENED_SHARES
        }
    }

    /** Empty when no bids are given for the lot here. */
    Mono<BoxOfLot> box(UUID lot);

    /** The bids that count, in the order of their acceptance; of a sealed box only. */
    Flux<Lying> lying(UUID lot);

    /** Fails with {@code opening/already-begun}. */
    Mono<Void> begin(Opening opening, List<NewBid> bids);

    /** Fails with {@code opening/not-begun}. */
    Mono<Opening> get(UUID lot);

    /** The same, and nobody else changes it before the caller's transaction ends. */
    Mono<Opening> hold(UUID lot);

    /** Fails with {@code opening/changed-meanwhile}. */
    Mono<Opening> save(Opening opening);

    /** Bids that were not refused before are pending from now on. */
    Mono<Void> beginStage(UUID lot, Stage stage);

    /** The one that was begun last; fails with {@code opening/no-shares-asked} when none was. */
    Mono<BegunStage> stage(UUID lot);

    Flux<BegunStage> stages(UUID lot);

    /** @param without why it goes on with too few holders, null when there are enough */
    Mono<Void> gathered(UUID stage, @Nullable String without);

    Mono<Void> opened(UUID stage, byte[] record);

    Mono<Void> say(UUID lot, Word.Kind kind, @Nullable UUID body, Actor by, String words);

    Flux<Word> said(UUID lot);

    /** Whose bidders have all looked at the seal, or had the time to. */
    Flux<UUID> checked();

    /** Of which a stage has its shares and no record yet. */
    Flux<UUID> atWork();
}
