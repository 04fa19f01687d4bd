package org.goufu.matching;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** Matches of a lot were written; some of the bodies may have to be told. */
public record LotMatched(UUID lotId, UUID noticeId) implements DomainEvent {}
