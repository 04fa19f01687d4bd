package org.goufu.demo.usecase;

import java.time.Duration;
import java.util.List;
import org.goufu.demo.domain.DemoProblem;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.ClockOffset;
import org.goufu.platform.time.ToldTime;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Moves the platform's one clock forward; whatever is decided by time then happens as it would. */
@Component
public class AdvanceClock {
    /** Farther ahead there are no loaded working days, and no notice could be published. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final ClockOffset offset;
    private final ToldTime told;
    private final Transactions transactions;

    AdvanceClock(ClockOffset offset, ToldTime told, Transactions transactions) {
        this.offset = offset;
        this.told = told;
        this.transactions = transactions;
    }

    /** Fails with {@code demo/advance-invalid} for less than a second or more than a year. */
    public Mono<Void> by(Duration step) {
        if (step.getSeconds() < 1 || step.compareTo(FARTHEST) > 0) {
            return Mono.error(() -> DemoProblem.ADVANCE_INVALID.raise(
                    List.of(FieldProblem.of("/advance", "advance")), FARTHEST.toDays()));
        }
        return transactions.write(offset.advance(step.getSeconds())).then(told.read());
    }
}
