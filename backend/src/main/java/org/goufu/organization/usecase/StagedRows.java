package org.goufu.organization.usecase;

import java.io.IOException;
import java.util.UUID;
import org.goufu.organization.domain.ReadRow;
import reactor.core.publisher.Mono;

/** Takes the rows of a file into the database while they are being read; what stood there for the import before goes. */
public interface StagedRows {

    /** Takes one row after the other. */
    @FunctionalInterface
    interface Sink {
        void take(ReadRow row) throws IOException;
    }

    /** Hands rows to a sink; blocking. */
    @FunctionalInterface
    interface Source<T> {
        T readInto(Sink sink) throws IOException;
    }

    /** All rows or none: what the source throws rolls everything back. Runs on a thread of its own. */
    <T> Mono<T> stage(UUID importId, Source<T> source);
}
