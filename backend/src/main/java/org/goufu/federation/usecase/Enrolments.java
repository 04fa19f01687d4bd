package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.federation.domain.Enrolment;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads and saves whole memberships. */
public interface Enrolments {

    /** What a person did, for the history. */
    record Act(Kind kind, Actor by, @Nullable String reason) {
        public enum Kind {
            INVITED,
            ACCEPTED,
            REFUSED,
            RELEASED,
            CONFIRMED,
            LEFT,
            FEDERATION_CLOSED,
            TRANSFERRED,
            MANDATE_GIVEN,
            MANDATE_REVOKED
        }

        static Act of(Kind kind, Actor by) {
            return new Act(kind, by, null);
        }
    }

    /** Fails with {@code federation/membership-not-found} rather than completing empty. */
    Mono<Enrolment> get(UUID id);

    /** Past and open ones included, the newest first. */
    Flux<Enrolment> ofMember(UUID memberId);

    /** Those that wait, last on the day or begin later, in order of id. */
    Flux<Enrolment> openOf(UUID federationId, LocalDate day);

    /** Fails with {@code federation/already-invited} when the federation's invitation to the body is open. */
    Mono<Enrolment> add(Enrolment enrolment, Act act);

    /**
     * The membership with its next version.
     *
     * <p>Fails with {@code federation/changed-meanwhile} when someone saved first, with {@code federation/member-elsewhere} when the
     * body would stand in two federations on one day.
     */
    Mono<Enrolment> save(Enrolment enrolment, Act act);
}
