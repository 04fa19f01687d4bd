package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the evaluation ranked, of every method, the verifier ranks again in the same way. */
class RankingTests {
    private static final Path FILE = Path.of("src/test/resources/evaluation/rankings.json");

    @Test
    void everyPublishedRankingIsFoundAgain() throws IOException {
        var json = JsonMapper.shared();
        for (var node : json.readTree(Files.readString(FILE))) {
            Map<String, Object> result = Json.members(json.writeValueAsString(node));
            assertThat(Ranking.same(new Ranking(result).places(), Json.objects(result, "ranking")))
                    .as(() -> node.toString())
                    .isTrue();
        }
    }
}
