package org.goufu.ledger.sql;

import java.time.Instant;
import java.util.UUID;
import org.goufu.ledger.Act;

/**
 * Where an act stands in the ledger.
 *
 * @param index counted from 0
 * @param subject what it was done to
 */
public record EntrySummary(long index, Act.Kind kind, UUID subject, Instant enteredAt) {}
