package org.goufu.organization.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A fact with its evidence and with who put it on record, confirmed it or took it back.
 *
 * @param number how many, where it counts something; else null
 * @param amountFen where it is money; else null
 * @param awaitsConfirmation whether the body declared it and no registrar has looked at it
 */
record FactView(
        UUID id,
        BodyRef body,
        FactKind kind,
        String kindName,
        String value,
        String valueName,
        @Nullable Long number,
        @Nullable Long amountFen,
        LocalDate from,
        @Nullable LocalDate to,
        State state,
        Instant knownAt,
        String source,
        FactOrigin origin,
        @Nullable EvidenceView evidence,
        @Nullable String recordedByName,
        boolean awaitsConfirmation,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedByName,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnByName,
        @Nullable String withdrawnReason) {

    enum State {
        VALID,
        EXPIRED,
        FUTURE,
        WITHDRAWN
    }

    record BodyRef(UUID id, String name, BodyKind kind) {}
}
