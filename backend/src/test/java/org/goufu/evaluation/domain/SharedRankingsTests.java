package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goufu.evaluation.domain.Ranking.Contender;
import org.goufu.evaluation.domain.Ranking.Ranked;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results as they are published, of every method: the browser and the verifier rank the same file again and must come to the same.
 *
 * <p>Written anew with {@code -Dgoufu.vectors.write}, from a seed.
 */
class SharedRankingsTests {
    private static final Path FILE = Path.of("src/test/resources/evaluation/rankings.json");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROUNDS = 4;
    private static final int SEATS = 3;

    record Item(String kind, int weight) {}

    record Judged(
            UUID id, @Nullable Long priceFen, @Nullable String excludedAt) {}

    record Score(UUID bid, int item, int points) {}

    record Scored(List<Score> scores) {}

    record Root(String root) {}

    record Place(int rank, UUID bid, long priceFen, long technical, long price, long total) {
        static Place of(Ranked one) {
            return new Place(one.rank(), one.bid(), one.priceFen(), one.technical(), one.price(), one.total());
        }
    }

    record Result(
            UUID lotId,
            ProcurementMethod method,
            List<Item> items,
            List<Judged> bids,
            List<Scored> sheets,
            Root tieHead,
            List<Place> ranking) {}

    @Test
    void areWhatTheServerMakesOfThem() throws IOException {
        var made = made();
        if (System.getProperty("goufu.vectors.write") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    made.stream().map(JSON::writeValueAsString).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        }
        assertThat(List.of(JSON.readValue(Files.readString(FILE), Result[].class)))
                .isEqualTo(made);
        assertThat(made).allSatisfy(one -> assertThat(one.ranking()).isNotEmpty());
    }

    private static List<Result> made() {
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(87);
        var made = new ArrayList<Result>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var method : ProcurementMethod.values()) made.add(result(dice, id(made.size()), method, round));
        }
        return made;
    }

    /** @param round in the first all bids are equal in all, so that only the draw decides; in the last one nothing is scored */
    private static Result result(RandomGenerator dice, UUID lot, ProcurementMethod method, int round) {
        var items = List.of(new Item("PRICE", 10 + dice.nextInt(21)), new Item("QUALITY", 60), new Item("QUALITY", 10));
        var bids = IntStream.range(0, 5)
                .mapToObj(at -> bid(dice, id(100 + at), at, round))
                .toList();
        var sheets = new ArrayList<Scored>();
        for (int seat = 0; seat < SEATS && round < ROUNDS - 1; seat++) sheets.add(scored(dice, bids, round));
        var root = new byte[32];
        dice.nextBytes(root);
        var tie = HexFormat.of().formatHex(root);
        var contenders = bids.stream()
                .filter(one -> one.excludedAt() == null && one.priceFen() != null)
                .map(one -> new Contender(one.id(), one.priceFen(), mean(sheets, one.id())))
                .toList();
        var ranked = Ranking.of(method, items.getFirst().weight(), contenders, Draw.seed("tie", lot, 1, tie));
        return new Result(
                lot,
                method,
                items,
                bids,
                sheets,
                new Root(tie),
                ranked.stream().map(Place::of).toList());
    }

    /** Prices are close to each other, so that some are the same; the fourth fell out, the fifth before its price was opened. */
    private static Judged bid(RandomGenerator dice, UUID id, int at, int round) {
        long fen = round == 0 ? 30_000_000 : 30_000_000 + 33_333L * dice.nextInt(3);
        if (at < 3) return new Judged(id, fen, null);
        return new Judged(id, at == 3 ? fen / 2 : null, "QUALIFICATION");
    }

    private static Scored scored(RandomGenerator dice, List<Judged> bids, int round) {
        var scores = new ArrayList<Score>();
        for (var bid : bids.subList(0, 3)) {
            for (int item = 1; item <= 2; item++) {
                scores.add(new Score(bid.id(), item, round == 0 ? 700 : 700 + 50 * dice.nextInt(3)));
            }
        }
        return new Scored(scores);
    }

    private static long mean(List<Scored> sheets, UUID bid) {
        if (sheets.isEmpty()) return 0;
        var written = sheets.stream()
                .map(one -> one.scores().stream()
                        .map(score -> new Sheet.Score(score.bid(), score.item(), score.points(), "…"))
                        .toList())
                .map(scores -> new Sheet(id(1), id(2), 1, 1, true, null, scores, 1))
                .toList();
        return Sheet.mean(written, bid);
    }
}
