package org.goufu.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.TestHouse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A lot's panel at its work: what its members check, write and sign. */
public final class PanelScene {
    private static final String LOT = "/api/lots/{id}/";

    private final TestHouse house;
    private final UUID lot;

    public PanelScene(TestHouse house, UUID lot) {
        this.house = house;
        this.lot = lot;
    }

    /** Of both checks. */
    static List<Map<String, Object>> ballots(List<UUID> bids, boolean firstPasses) {
        var ballots = new ArrayList<Map<String, Object>>();
        for (var bid : bids) {
            for (var check : List.of("QUALIFICATION", "COMPLIANCE")) {
                boolean passes = firstPasses || !bid.equals(bids.getFirst());
                ballots.add(
                        passes
                                ? Map.of("bid", bid, "check", check, "passed", true)
                                : Map.of("bid", bid, "check", check, "passed", false, "reason", "登记证书已过期"));
            }
        }
        return ballots;
    }

    /** Points in hundredths, item 1 and item 2 of each bid. */
    public static Map<String, Object> sheet(List<UUID> bids, int... points) {
        var scores = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < points.length; i++) {
            scores.add(
                    Map.of("bid", bids.get(i / 2), "item", 1 + i % 2, "points", points[i], "reason", "理由之" + (i + 1)));
        }
        return Map.of("scores", scores);
    }

    public void declares(String user) {
        ok(house.post(user, Map.of("unrelated", true), LOT + "panel/declaration", lot));
    }

    /** Everything passes. */
    public void passes(String user, List<UUID> bids) {
        ok(house.post(user, Map.of("ballots", ballots(bids, true)), LOT + "reviews", lot));
    }

    public void writes(String user, Map<String, Object> sheet) {
        var version = house.get(user, LOT + "scores", lot).at("/sheet/version");
        ok(house.as(user)
                .put()
                .uri(LOT + "scores", lot)
                .header(HttpHeaders.IF_MATCH, "\"" + version.asLong() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(sheet)
                .exchange());
    }

    public void signs(String user) {
        ok(house.post(user, Map.of(), LOT + "scores/signature", lot));
    }

    /** No price is too low. */
    public void doubtsNothing(String user) {
        ok(house.post(user, Map.of("doubts", List.of()), LOT + "price-opinions", lot));
    }

    private static void ok(ResponseSpec answer) {
        answer.expectStatus().is2xxSuccessful().expectBody(String.class).returnResult();
    }
}
