package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.organization.BodyUse;
import org.goufu.organization.domain.ColumnMapping;
import org.goufu.organization.domain.RegistryImport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The steps of imports as sets of rows.
 *
 * <p>A step belongs to whoever holds its lease: every step ends by naming it, so that one who lost it commits nothing.
 */
public interface ImportSteps {

    /** An import that is to be worked on. */
    record Claimed(RegistryImport work, UUID lease, int attempts) {}

    /** Leases the import whose turn it is; empty when there is none. */
    Mono<Claimed> claim();

    /** Says how far it is and keeps the lease; outside of the step's transaction. */
    Mono<Void> progress(Claimed claimed, int done);

    /** The rows were read: the next step is to compare them. */
    Mono<Void> read(Claimed claimed, ColumnMapping mapping, int rows);

    /** Finds the body of every row and what would change; ends in the preview. */
    Mono<Void> compare(Claimed claimed, LocalDate today);

    /** Holds every body that is to change; answers how many changed since the preview. */
    Mono<Integer> lock(Claimed claimed);

    /** The largest row number. */
    Mono<Integer> lastRow(UUID importId);

    /** Writes the rows of a range and answers their bodies. Fails with {@code import/changed-meanwhile}. */
    Flux<UUID> apply(Claimed claimed, int fromRow, int toRow, LocalDate today);

    /** The bodies that the rows of a range brought into the registry. */
    Flux<UUID> added(Claimed claimed, int fromRow, int toRow);

    /** Undoing leaves these as they are, and says why. */
    Mono<Void> keep(Claimed claimed, int fromRow, int toRow, List<BodyUse.Used> used);

    /** Takes the rows of a range back where nobody changed the body since and it is not to be kept, and answers their bodies. */
    Flux<UUID> undo(Claimed claimed, int fromRow, int toRow);

    /** Ends a step; fails when the lease was lost. */
    Mono<Void> finish(Claimed claimed, Ending ending);

    /** How a step ends. */
    enum Ending {
        APPLIED,
        UNDONE
    }

    /** Goes back to where it was safe and says why; the outcomes are compared again where they are out of date. */
    Mono<Void> refuse(Claimed claimed, String problem, List<String> values, boolean compareAgain);
}
