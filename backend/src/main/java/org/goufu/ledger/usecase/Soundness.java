package org.goufu.ledger.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.goufu.ledger.usecase.Log.Halt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the log is the one whose heads were signed, as far as this instance knows. */
@Component
public class Soundness {
    private final AtomicReference<@Nullable Halt> halt = new AtomicReference<>();

    Soundness(MeterRegistry meters) {
        meters.gauge("goufu.ledger.sound", halt, state -> state.get() == null ? 1 : 0);
    }

    /** Null while everything agrees. */
    public @Nullable String whyHalted() {
        var now = halt.get();
        return now == null ? null : now.reason();
    }

    boolean isHalted() {
        return halt.get() != null;
    }

    void become(@Nullable Halt found) {
        halt.set(found);
    }
}
