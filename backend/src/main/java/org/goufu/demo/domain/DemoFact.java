package org.goufu.demo.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/** A fact as it is written. */
public record DemoFact(
        UUID id,
        FactKind kind,
        String value,
        long number,
        LocalDate from,
        @Nullable LocalDate to,
        Instant knownAt,
        @Nullable Instant withdrawnAt,
        String source) {}
