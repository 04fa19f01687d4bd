package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.evaluation.domain.Sheet.Score;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/** Evaluations at their steps, with bids of which every number is chosen. */
public final class EvaluationFixtures {
    public static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    public static final UUID LOT = id(1);
    public static final UUID DEPARTMENT = id(2);
    public static final Actor OFFICER = actor(3, Role.DEPARTMENT_OFFICER);
    public static final Actor APPROVER = actor(4, Role.DEPARTMENT_APPROVER);

    private EvaluationFixtures() {}

    public static UUID id(int number) {
        return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    public static Actor actor(int number, Role role) {
        return new Actor(id(number), "account" + number, "某人" + number, Set.of(role), DEPARTMENT, null, null);
    }

    public static Terms terms(ProcurementMethod method) {
        return new Terms(
                LOT,
                id(5),
                id(6),
                DEPARTMENT,
                "示例街道办事处",
                "助餐服务",
                "示例助餐采购公告",
                "510114008",
                "A0402-01",
                method,
                10_000,
                false,
                List.of(
                        new Item("报价", 15, Criterion.Kind.PRICE, false),
                        new Item("服务方案", 60, Criterion.Kind.QUALITY, false),
                        new Item("持证人数", 25, Criterion.Kind.QUALITY, true)),
                null,
                null,
                null);
    }

    /** Bids 100, 101, … of bodies 200, 201, …. */
    public static List<Bid> bids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Bid(
                        id(100 + i),
                        id(200 + i),
                        "示例组织" + i,
                        List.of(),
                        List.of(),
                        NOW.minusSeconds(3_600),
                        null,
                        null,
                        List.of()))
                .toList();
    }

    public static Evaluation begun(ProcurementMethod method, int bids) {
        return Evaluation.begun(terms(method), bids(bids));
    }

    /** Seats 1 to 3 are of the accounts 300, 301 and 302 in some order. */
    public static Evaluation drawn(Evaluation begun) {
        var candidates =
                IntStream.range(300, 306).mapToObj(EvaluationFixtures::id).toList();
        var requested = begun.requested(id(7), new PanelWish(3, false, candidates, List.of()), NOW);
        var order = new ArrayList<>(candidates);
        return requested.drawn(
                new Panel.Drawn(new Head(7, "00".repeat(32)), "00".repeat(32), order), account -> "专家" + account);
    }

    public static Evaluation declared(Evaluation drawn) {
        var next = drawn;
        for (int i = 300; i < 303; i++) next = next.declared(id(i), NOW);
        return next;
    }

    /** All find that all passed. */
    public static Evaluation reviewed(Evaluation declared) {
        var next = declared;
        for (int i = 300; i < 303; i++) next = next.reviewed(id(i), ballots(next, true), NOW);
        return next;
    }

    public static List<Ballot> ballots(Evaluation evaluation, boolean firstPasses) {
        var ballots = new ArrayList<Ballot>();
        for (var bid : evaluation.bids()) {
            for (var check : evaluation.panelChecks()) {
                boolean passes = firstPasses || !bid.equals(evaluation.bids().getFirst());
                ballots.add(Ballot.of(bid.id(), check, passes, passes ? null : "缺少登记证书"));
            }
        }
        return ballots;
    }

    /** Points in hundredths, an item after the other for each bid. */
    public static Sheet sheet(int account, int seat, int bids, Integer... points) {
        var scores = new ArrayList<Score>();
        for (int i = 0; i < points.length; i++) {
            scores.add(new Score(id(100 + i / 2), 1 + i % 2, points[i], "理由"));
        }
        return new Sheet(LOT, id(account), seat, 0, false, null, scores, 1);
    }

    public static Sheet signed(int account, int seat, Integer... points) {
        return sheet(account, seat, points.length / 2, points)
                .signed(terms(ProcurementMethod.BT_COMPARE), bids(points.length / 2));
    }

    /** With nothing signed. */
    public static Departure departure(int account, Departure.@Nullable Ground ground, String reason) {
        return new Departure(id(900), ground, reason, Sheet.empty(LOT, id(account), 1), NOW);
    }

    public static List<Sheet> all(Integer... points) {
        return IntStream.range(0, 3)
                .mapToObj(i -> signed(300 + i, i + 1, Arrays.copyOf(points, points.length)))
                .toList();
    }
}
