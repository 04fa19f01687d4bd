package org.goufu.organization.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.RegistryWork.Matter;
import reactor.core.publisher.Mono;

/** Remembers which conflicts somebody has looked at; with one more body in it, it is another conflict. */
public interface Settlements {

    /** Whether each of them is a body or an application that lies in the region. */
    Mono<Boolean> under(RegionCode region, List<UUID> ids);

    /** Whether somebody has said so of exactly these. */
    Mono<Boolean> isSettled(Matter matter, List<UUID> ids);

    Mono<Void> add(Actor by, Matter matter, List<UUID> ids, String reason);
}
