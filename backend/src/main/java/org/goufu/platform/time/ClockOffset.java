package org.goufu.platform.time;

import reactor.core.publisher.Mono;

/** Moves the business clock: for demo and training installations only; everywhere else the offset stays zero. */
public interface ClockOffset {
    /** How far the business clock is ahead of the database's, in seconds. */
    Mono<Long> seconds();

    /** Only forward: a clock that goes back would reopen what was closed. */
    Mono<Void> advance(long seconds);
}
