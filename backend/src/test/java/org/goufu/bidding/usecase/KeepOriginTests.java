package org.goufu.bidding.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Mark;
import org.goufu.kernel.Ids;
import org.goufu.matching.Quiet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class KeepOriginTests {
    private static final UUID LOT = Ids.next();

    private final List<List<Origins.Origin>> kept = new ArrayList<>();
    private VirtualTimeScheduler time;

    @TempDir
    Path directory;

    @BeforeEach
    void stopTime() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void letItGoOn() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void ofABodyThatBidsAgainMeanwhileTheLatestIsKept() {
        var key = new TimeGateKey(new SealSettings("", directory.resolve("seal-key.pem")), true);
        var keep = new KeepOrigin(origins -> Mono.fromRunnable(() -> kept.add(origins)), key, Quiet.transactions());
        var own = Ids.next();
        var other = Ids.next();

        keep.of(LOT, own, "10.0.0.1");
        keep.of(LOT, own, "10.0.0.2");
        keep.of(LOT, other, "10.0.0.3");
        keep.of(LOT, own, "10.0.0.4");
        assertThat(kept).hasSize(1);
        time.advanceTimeBy(Duration.ofSeconds(1));

        var mark = new Mark(key.keys());
        assertThat(kept).hasSize(2);
        assertThat(kept.get(1))
                .extracting(Origins.Origin::body, Origins.Origin::mark)
                .containsExactlyInAnyOrder(
                        tuple(own, mark.of(LOT, "10.0.0.4")), tuple(other, mark.of(LOT, "10.0.0.3")));
    }
}
