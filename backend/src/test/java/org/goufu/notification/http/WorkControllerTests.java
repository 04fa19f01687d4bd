package org.goufu.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.matching.InMemoryLots;
import org.goufu.purchase.Work;
import org.goufu.purchase.Work.Matter;
import org.goufu.purchase.WorkSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class WorkControllerTests {
    private static final UUID ENDED = new UUID(1, 1);
    private static final UUID RUNNING = new UUID(1, 2);
    private static final Actor APPROVER =
            new Actor(new UUID(2, 1), "a", "某人", Set.of(Role.DEPARTMENT_APPROVER), new UUID(2, 2), null, null);

    private static Work work(Matter matter, @Nullable UUID lot) {
        return new Work(matter, lot, new UUID(3, 3), "助餐", Instant.EPOCH, null);
    }

    /** Of the lots of a call each comes to something by itself. */
    @Test
    void nothingWaitsAtALotThatCameToSomething() {
        WorkSource source = actor -> Flux.just(
                work(Matter.BEGIN_OPENING, ENDED),
                work(Matter.PROPOSE_AWARD, RUNNING),
                work(Matter.REVIEW_PURCHASE, null));
        var list = new WorkController(List.of(source), new InMemoryLots().ended(ENDED))
                .work(APPROVER)
                .block();
        assertThat(list.items()).extracting(Work::matter).containsExactly(Matter.PROPOSE_AWARD, Matter.REVIEW_PURCHASE);
    }
}
