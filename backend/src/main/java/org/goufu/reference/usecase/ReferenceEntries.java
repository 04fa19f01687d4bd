package org.goufu.reference.usecase;

import org.goufu.kernel.Actor;
import org.goufu.reference.domain.CalendarYear;
import org.goufu.reference.domain.ThresholdEntry;
import org.goufu.reference.domain.ThresholdTable;
import reactor.core.publisher.Mono;

/** Keeps what operators entered, with who and when; nothing is ever overwritten, and every instance hears of it. */
public interface ReferenceEntries {
    Mono<Void> add(CalendarYear year, Actor actor);

    /** All amounts as they are stored; nobody else enters one before the transaction ends. */
    Mono<ThresholdTable> amounts();

    Mono<Void> add(ThresholdEntry entry, Actor actor);
}
