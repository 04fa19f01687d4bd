package org.goufu.federation;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** A membership, consent or mandate changed. */
public record MembershipChanged(UUID federationId, UUID memberId) implements DomainEvent {}
