package org.goufu.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells which legal persons were filed groups before. */
public interface FormerFilings {

    /** The filing under which a body stood until it was registered. */
    record FormerFiling(String number, LocalDate filedOn, LocalDate registeredOn) {}

    /** Empty for a body that was no group, or was one still at the moment. */
    Mono<FormerFiling> of(UUID bodyId, Instant known);
}
