package org.goufu.organization;

import java.time.Instant;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * A filed group has become a legal person; its id stayed.
 *
 * @param byId who registered it
 */
public record GroupRegistered(UUID bodyId, Instant at, UUID byId, String byName) implements DomainEvent {}
