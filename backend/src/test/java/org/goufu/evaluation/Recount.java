package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.evaluation.domain.Draw;
import tools.jackson.databind.JsonNode;

/** What a result says, found by other means than the platform's from what everybody can read. */
final class Recount {
    private Recount() {}

    static void recomputes(JsonNode result) {
        var totals = new TreeMap<BigDecimal, String>(Comparator.reverseOrder());
        var counting = result.path("bids")
                .valueStream()
                .filter(bid -> bid.path("excludedAt").isNull()
                        || bid.path("excludedAt").asString().equals("AWARD"))
                .toList();
        long base = counting.stream()
                .mapToLong(bid -> bid.path("priceFen").asLong())
                .min()
                .orElseThrow();
        for (var bid : counting) {
            var id = bid.path("id").asString();
            var points = result.path("sheets")
                    .valueStream()
                    .flatMap(sheet -> sheet.path("scores").valueStream())
                    .filter(score -> score.path("bid").asString().equals(id))
                    .map(score -> new BigDecimal(score.path("points").asInt()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var mean = points.divide(new BigDecimal(100 * result.path("sheets").size()), 2, RoundingMode.HALF_UP);
            var price = new BigDecimal(base * 15)
                    .divide(new BigDecimal(bid.path("priceFen").asLong()), 2, RoundingMode.HALF_UP);
            totals.put(mean.add(price), id);
        }
        assertThat(result.path("ranking")
                        .valueStream()
                        .map(one -> one.path("bid").asString()))
                .containsExactlyElementsOf(totals.values());
        assertThat(result.path("ranking")
                        .valueStream()
                        .map(one -> new BigDecimal(one.path("total").asInt()).movePointLeft(2)))
                .containsExactlyElementsOf(totals.keySet());
        var draw = result.path("draw");
        var seed = Draw.seed(
                "panel",
                UUID.fromString(result.path("lotId").asString()),
                draw.path("round").asInt(),
                draw.at("/head/root").asString());
        assertThat(seed).isEqualTo(draw.path("seed").asString());
        assertThat(Draw.order(ids(draw.path("candidates")), seed)).isEqualTo(ids(draw.path("order")));
    }

    private static List<UUID> ids(JsonNode list) {
        return list.valueStream().map(one -> UUID.fromString(one.asString())).toList();
    }
}
