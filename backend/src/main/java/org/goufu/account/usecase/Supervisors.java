package org.goufu.account.usecase;

import java.util.UUID;
import org.goufu.account.domain.Supervisor;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Mono;

/** Keeps supervisors' accounts, with who did what to them. */
public interface Supervisors {

    /** False when the user name is somebody's. */
    Mono<Boolean> add(Supervisor supervisor);

    /** In the caller's transaction; fails with {@code supervisor/not-found} rather than completing empty. */
    Mono<Supervisor> hold(UUID id);

    /** From now on nobody signs in with it: sessions and codes end with it. */
    Mono<Void> end(UUID id);

    Mono<Void> note(UUID id, Supervisor.Act act, Actor by);
}
