package org.goufu.organization;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** A body or one of its facts changed. */
public record BodyChanged(UUID bodyId) implements DomainEvent {}
