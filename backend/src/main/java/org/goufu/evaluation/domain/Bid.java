package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.matching.Conflict.Rule;
import org.jspecify.annotations.Nullable;

/**
 * An opened bid on its way through the evaluation.
 *
 * @param name of the bidder, or of all who bid together
 * @param consortium its members, the lead {@code body} first; empty for a bid that was given alone
 * @param behind for whom it was given besides: the groups that a federation's bid names, or the other members of a consortium
 * @param priceFen null until prices may be seen
 * @param exclusion why it does not count, else null
 * @param declared the conflicts that its bidder declared (domain.md 2.5; decision 0037): whoever checks qualifications finds about each
 */
public record Bid(
        UUID id,
        UUID body,
        String name,
        List<ConsortiumMember> consortium,
        List<UUID> behind,
        Instant acceptedAt,
        @Nullable Long priceFen,
        @Nullable Exclusion exclusion,
        List<Rule> declared) {

    /** Where a bid fell out. */
    public enum Stage {
        /** It could not be opened. */
        OPENING,
        /** 资格审查. */
        QUALIFICATION,
        /** 符合性审查. */
        COMPLIANCE,
        /** Over the ceiling (87号令 第63条第4项). */
        CEILING,
        /** Too low, and not explained (财库〔2026〕2号). */
        LOW_PRICE,
        /** Ranked, and not to be awarded any more when the result was proposed (domain.md 2.5, 3.5). */
        AWARD
    }

    /** @param reason for the bidder itself, and for those who supervise */
    public record Exclusion(Stage stage, String reason) {}

    /** An evaluation that began before there were consortia says nothing of them, nor older ones of groups and of what was declared. */
    public Bid(
            UUID id,
            UUID body,
            String name,
            @Nullable List<ConsortiumMember> consortium,
            @Nullable List<UUID> behind,
            Instant acceptedAt,
            @Nullable Long priceFen,
            @Nullable Exclusion exclusion,
            @Nullable List<Rule> declared) {
        this.id = id;
        this.body = body;
        this.name = name;
        this.consortium = consortium == null ? List.of() : List.copyOf(consortium);
        this.behind = behind == null ? List.of() : List.copyOf(behind);
        this.acceptedAt = acceptedAt;
        this.priceFen = priceFen;
        this.exclusion = exclusion;
        this.declared = declared == null ? List.of() : List.copyOf(declared);
    }

    /** Whether it is this body's bid, alone or with others (政府采购法 第24条). */
    public boolean isOf(@Nullable UUID reader) {
        return body.equals(reader)
                || consortium.stream().anyMatch(member -> member.id().equals(reader));
    }

    /** Those who gave it: the bidder, or all members of a consortium. */
    public Stream<UUID> givers() {
        return consortium.isEmpty() ? Stream.of(body) : consortium.stream().map(ConsortiumMember::id);
    }

    /** Who bids, alone or with others, and for whom. */
    Stream<UUID> everybody() {
        return Stream.of(Stream.of(body), consortium.stream().map(ConsortiumMember::id), behind.stream())
                .flatMap(Function.identity());
    }

    public boolean counts() {
        return exclusion == null;
    }

    boolean fellAt(Stage stage) {
        return exclusion != null && exclusion.stage() == stage;
    }

    Bid excluded(Stage stage, String reason) {
        return counts() ? with(priceFen, new Exclusion(stage, reason)) : this;
    }

    /** As before anybody knew its price. */
    Bid unpriced() {
        return with(null, exclusion);
    }

    /** As before it fell out. */
    Bid restored() {
        return with(priceFen, null);
    }

    private Bid with(@Nullable Long fen, @Nullable Exclusion fallen) {
        return new Bid(id, body, name, consortium, behind, acceptedAt, fen, fallen, declared);
    }

    /**
     * With the price that was read out.
     *
     * @param fen null where none could be opened
     * @param fallen why it does not count since, as the opening recorded it; else null
     */
    Bid priced(@Nullable Long fen, long ceilingFen, @Nullable String fallen) {
        var priced = with(fen, exclusion);
        if (fen != null && fen > ceilingFen) return priced.excluded(Stage.CEILING, "报价超过最高限价");
        if (fallen != null) return priced.excluded(Stage.OPENING, fallen);
        return fen == null ? priced.excluded(Stage.OPENING, "报价未能开启") : priced;
    }
}
