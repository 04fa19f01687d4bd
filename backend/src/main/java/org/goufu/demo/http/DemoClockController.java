package org.goufu.demo.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.goufu.demo.usecase.AdvanceClock;
import org.goufu.platform.time.BusinessClock;
import org.goufu.platform.time.ClockOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows and moves the clock of a demo or training installation. */
@RestController
@RequestMapping("/api/demo/clock")
@ConditionalOnBooleanProperty("goufu.demo.enabled")
class DemoClockController {
    private final AdvanceClock advance;
    private final BusinessClock clock;
    private final ClockOffset offset;

    /** @param offset how far the platform's clock is ahead of the real time */
    record Clock(Instant now, Duration offset) {}

    record Advance(@NotNull Duration advance) {}

    DemoClockController(AdvanceClock advance, BusinessClock clock, ClockOffset offset) {
        this.advance = advance;
        this.clock = clock;
        this.offset = offset;
    }

    @GetMapping
    @Operation(summary = "What the platform's one clock says, and how far it is ahead")
    Mono<Clock> show() {
        return Mono.zip(clock.now(), offset.seconds().map(Duration::ofSeconds), Clock::new);
    }

    @PostMapping
    @Operation(summary = "Moves the platform's one clock forward")
    Mono<Clock> move(@Valid @RequestBody Advance request) {
        return advance.by(request.advance()).then(Mono.defer(this::show));
    }
}
