package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who evaluates, and how they came to.
 *
 * @param candidates in order of their ids, as entered into the ledger before the draw
 * @param drawn null until the ledger has given the seed
 */
public record Panel(
        UUID draw,
        int round,
        int experts,
        boolean weighty,
        Instant requestedAt,
        List<UUID> candidates,
        List<Member> representatives,
        @Nullable Drawn drawn,
        List<Member> members,
        List<Leave> leaves) {

    /**
     * What came out, and from what anybody can repeat it.
     *
     * @param head the first head of the ledger that was signed after the candidates were entered
     */
    public record Drawn(Head head, String seed, List<UUID> order) {
        public Drawn {
            order = List.copyOf(order);
        }
    }

    /**
     * Somebody in a seat.
     *
     * @param declaredAt when he or she declared to have no relation to a bidder; null until then
     * @param excusedAt since when the others decide without, points that were revealed stand; else null
     */
    public record Member(
            int seat,
            UUID account,
            String name,
            PoolMember.Kind kind,
            @Nullable Instant declaredAt,
            @Nullable Instant excusedAt) {
        public static Member seated(int seat, UUID account, String name, PoolMember.Kind kind) {
            return new Member(seat, account, name, kind, null, null);
        }

        public boolean isExcused() {
            return excusedAt != null;
        }

        boolean readsBids() {
            return declaredAt != null && !isExcused();
        }

        Member declared(Instant now) {
            return new Member(seat, account, name, kind, now, excusedAt);
        }

        Member excused(Instant now) {
            return new Member(seat, account, name, kind, declaredAt, now);
        }
    }

    /**
     * Who had a seat and left it.
     *
     * @param own whether it was the person's own word, and not the purchaser's
     * @param id under which it stands in the ledger; null, as all that follows, of one who left before that was entered
     * @param step at which it was
     * @param signed how often a sheet was signed in the seat, which counts no more
     * @param next who took the seat; null when nobody did
     */
    public record Leave(
            int seat,
            UUID account,
            String name,
            String reason,
            boolean own,
            Instant at,
            @Nullable UUID id,
            Departure.@Nullable Ground ground,
            @Nullable Phase step,
            @Nullable Integer signed,
            @Nullable UUID next) {
        static Leave of(Member leaving, Departure why, Phase step, @Nullable UUID next) {
            return new Leave(
                    leaving.seat(),
                    leaving.account(),
                    leaving.name(),
                    why.reason().strip(),
                    why.own(),
                    why.at(),
                    why.id(),
                    why.ground(),
                    step,
                    why.sheet().revision(),
                    next);
        }

        /** Whether the seat is kept, for points were given in it that stand. */
        public boolean isExcuse() {
            return step != null && step.excuses();
        }

        /** A relation that came to light when points had been revealed. */
        public boolean isMissedRecusal() {
            return isExcuse() && ground == Departure.Ground.RELATED;
        }
    }

    public Panel {
        candidates = List.copyOf(candidates);
        representatives = List.copyOf(representatives);
        members = List.copyOf(members);
        leaves = List.copyOf(leaves);
    }

    /** A name that belongs to an id. */
    public interface Names {
        String of(UUID account);
    }

    static Panel requested(UUID draw, int round, PanelWish wish, Instant now) {
        return new Panel(
                draw,
                round,
                wish.experts(),
                wish.weighty(),
                now,
                Draw.sorted(wish.candidates()),
                wish.representatives(),
                null,
                List.of(),
                List.of());
    }

    Panel drawn(Drawn result, Names names) {
        var seated = new ArrayList<Member>();
        for (var account : result.order().subList(0, experts)) {
            seated.add(Member.seated(seated.size() + 1, account, names.of(account), PoolMember.Kind.EXPERT));
        }
        for (var one : representatives) {
            seated.add(Member.seated(seated.size() + 1, one.account(), one.name(), one.kind()));
        }
        return with(result, seated, leaves);
    }

    public Optional<Member> member(UUID account) {
        return members.stream().filter(one -> one.account().equals(account)).findFirst();
    }

    /** Of somebody who has or had a seat. */
    public Optional<String> nameOf(@Nullable UUID account) {
        return Stream.concat(
                        members.stream().map(one -> Map.entry(one.account(), one.name())),
                        leaves.stream().map(one -> Map.entry(one.account(), one.name())))
                .filter(one -> one.getKey().equals(account))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public int majority() {
        return members.size() / 2 + 1;
    }

    boolean hasDeclared() {
        return drawn != null && members.stream().allMatch(one -> one.declaredAt() != null);
    }

    Panel declared(UUID account, Instant now) {
        return with(
                drawn,
                members.stream()
                        .map(one -> one.account().equals(account) ? one.declared(now) : one)
                        .toList(),
                leaves);
    }

    /** The next in the drawn order takes the seat; the seat is gone when nobody is left. */
    Panel left(Member leaving, Departure why, Phase step, Names names) {
        var next = next();
        var gone = new ArrayList<>(leaves);
        gone.add(Leave.of(leaving, why, step, next.orElse(null)));
        var seated = new ArrayList<Member>();
        for (var one : members) {
            if (!one.equals(leaving)) seated.add(one);
            else
                next.ifPresent(account ->
                        seated.add(Member.seated(leaving.seat(), account, names.of(account), PoolMember.Kind.EXPERT)));
        }
        return with(drawn, seated, gone);
    }

    /** Fails with {@code evaluation/too-few-left} when most of the panel would not decide any more; a relation is on record in any case. */
    Panel excused(Member leaving, Departure why, Phase step) {
        var gone = new ArrayList<>(leaves);
        gone.add(Leave.of(leaving, why, step, null));
        var seated = members.stream()
                .map(one -> one.equals(leaving) ? one.excused(why.at()) : one)
                .toList();
        var after = with(drawn, seated, gone);
        if (!after.decides() && why.ground() != Departure.Ground.RELATED) throw EvaluationProblem.TOO_FEW_LEFT.raise();
        return after;
    }

    /** Whether most of the panel is left. */
    boolean decides() {
        return deciding().count() >= majority();
    }

    /** Those who have not been excused. */
    Stream<Member> deciding() {
        return members.stream().filter(one -> !one.isExcused());
    }

    boolean isFull() {
        return members.size() == experts + representatives.size();
    }

    /** Relations that members told when points had been revealed: on what such a panel found nothing is awarded (87号令 第67条). */
    List<Leave> missedRecusals() {
        return leaves.stream().filter(Leave::isMissedRecusal).toList();
    }

    /** Everybody who had a seat. */
    List<UUID> everSeated() {
        return Stream.concat(
                        members.stream().map(Member::account), leaves.stream().map(Leave::account))
                .toList();
    }

    private Optional<UUID> next() {
        var had = everSeated();
        return drawn == null
                ? Optional.empty()
                : drawn.order().stream().filter(one -> !had.contains(one)).findFirst();
    }

    private Panel with(@Nullable Drawn result, List<Member> seated, List<Leave> gone) {
        return new Panel(draw, round, experts, weighty, requestedAt, candidates, representatives, result, seated, gone);
    }
}
