package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.JoinedBodies;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.DossierGaps;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides who sees which body, and what a body's own dossier lacks. */
@Component
public class ReadBodies {
    private final Bodies bodies;
    private final JoinedBodies joined;
    private final Facts facts;
    private final BusinessClock clock;

    ReadBodies(Bodies bodies, JoinedBodies joined, Facts facts, BusinessClock clock) {
        this.bodies = bodies;
        this.joined = joined;
        this.facts = facts;
        this.clock = clock;
    }

    /** A body's own dossier. */
    public record Dossier(RegisteredBody body, DossierGaps gaps, LocalDate today) {}

    /** Fails with {@code organization/not-found} outside the registrar's region. */
    public Mono<RegisteredBody> of(Actor registrar, UUID id) {
        return bodies.get(id).map(body -> body.seenBy(registrar));
    }

    /** The same, and for an entry that was joined with another body that body. */
    public Mono<RegisteredBody> goingOn(Actor registrar, UUID id) {
        return joined.nowUnder(id).defaultIfEmpty(id).flatMap(standing -> of(registrar, standing));
    }

    /** The same, for a registered body and no other. */
    public Mono<RegisteredBody> organization(Actor registrar, UUID id) {
        return of(registrar, id)
                .filter(body -> body.kind().isLegalPerson())
                .switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise));
    }

    public Mono<Dossier> dossier(Actor actor) {
        return Mono.fromCallable(actor::organization).flatMap(bodies::get).flatMap(this::dossier);
    }

    private Mono<Dossier> dossier(RegisteredBody body) {
        return Mono.zip(facts.standing(body.id()).collectList(), clock.today())
                .map(found -> new Dossier(body, DossierGaps.of(body, found.getT1(), found.getT2()), found.getT2()));
    }
}
