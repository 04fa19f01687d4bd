package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Remembers of what was said that it runs out. */
public interface Endings {

    /** What ends; an inspection that is missing ends with the time for its conclusion. */
    record Ending(UUID bodyId, String bodyName, FactKind kind, String value, LocalDate lastDay) {}

    /**
     * What has come nearer to its end than 60, 30 or 7 days since it was said the last time, and nothing takes its place: of so many
     * bodies after the given one, in order of their ids.
     *
     * <p>Each is given once for each distance, to whoever asks first.
     */
    Flux<Ending> take(LocalDate today, @Nullable UUID after, int bodies);
}
