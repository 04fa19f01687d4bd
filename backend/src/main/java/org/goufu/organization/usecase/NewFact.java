package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.domain.RecordedFact;
import org.jspecify.annotations.Nullable;

/** What somebody wants to put on record. */
public record NewFact(
        FactKind kind,
        String value,
        long number,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        @Nullable UUID evidenceId) {

    RecordedFact by(Actor actor, UUID bodyId, FactOrigin origin, Instant now) {
        return new RecordedFact(
                Ids.next(),
                bodyId,
                kind,
                value,
                number,
                from,
                to,
                now,
                null,
                source,
                origin,
                evidenceId,
                actor.accountId(),
                actor.displayName(),
                null);
    }
}
