package org.goufu.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch.Telling;
import org.junit.jupiter.api.Test;

class BatchTests {
    private static final UUID LOT = new UUID(1, 1);

    private static List<UUID> order(long seed, List<Telling> tellings) {
        return Batch.ofMatches(LOT, LOT, LOT, "助餐", tellings, new SplittableRandom(seed)).tellings().stream()
                .map(Telling::recipientId)
                .toList();
    }

    @Test
    void everyoneIsToldOnceAndTheFirstIsAMatterOfChance() {
        var tellings = IntStream.range(0, 5)
                .mapToObj(i -> new Telling(new UUID(2, i), List.of(Phrase.of("reason.grade", "4A"))))
                .toList();
        var first = new HashSet<UUID>();
        for (long seed = 0; seed < 200; seed++) {
            var order = order(seed, tellings);
            assertThat(order).hasSize(5).doesNotHaveDuplicates();
            first.add(order.getFirst());
        }
        assertThat(first).hasSize(5);
    }

    @Test
    void ofALotEachIsToldTheSameInRandomOrder() {
        var recipients = IntStream.range(0, 5).mapToObj(i -> new UUID(2, i)).toList();
        var about = new Batch.About(LOT, LOT, "助餐");
        var reason = Phrase.of("told.result.published");
        var first = new HashSet<UUID>();
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var batch = Batch.ofLot(Kind.EVALUATION, Place.RESULT, "result/1", about, recipients, reason, random);
            assertThat(batch.tellings())
                    .hasSize(5)
                    .allMatch(one -> one.reasons().equals(List.of(reason)));
            first.add(batch.tellings().getFirst().recipientId());
        }
        assertThat(first).hasSize(5);
    }

    @Test
    void aDepartmentIsToldOfItsPurchaseWithoutALot() {
        var batch = Batch.toDepartment("review-asked/1", LOT, new UUID(3, 3), "助餐", Phrase.of("told.review.asked"));
        assertThat(batch.kind().word()).isEqualTo("notice");
        assertThat(batch.lotId()).isNull();
        assertThat(batch.tellings()).hasSize(1);
    }
}
