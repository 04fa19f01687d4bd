package org.goufu.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * Something that is on record about a body ends soon, or will be missed soon.
 *
 * @param kind GRADE, QUALIFICATION, TAX or FILING; INSPECTION for a year of which no conclusion is on record
 * @param value the fact's, or the year of the inspection
 * @param lastDay the last one on which nothing is lost
 */
public record RunningOut(UUID bodyId, String bodyName, FactKind kind, String value, LocalDate lastDay, long daysLeft)
        implements DomainEvent {}
