package org.goufu.organization.usecase;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.kernel.Actor;
import org.goufu.organization.BodyKind;
import org.goufu.organization.RegistryWork.Matter;
import org.goufu.organization.domain.RegisteredBody;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what may be one body under two entries, until a registrar has looked at it. */
@Component
public class FindNamesakes {
    private final Bodies bodies;
    private final Settlements settlements;

    FindNamesakes(Bodies bodies, Settlements settlements) {
        this.bodies = bodies;
        this.settlements = settlements;
    }

    /** @param joins whether the two are a filed group and a legal person, which may be one */
    public record Namesake(RegisteredBody body, boolean joins) {}

    /** None once somebody has said of just these that they are not the same. Fails with {@code organization/not-found} elsewhere. */
    public Flux<Namesake> of(Actor actor, UUID id) {
        return bodies.get(id)
                .map(body -> body.seenBy(actor))
                .flatMapMany(body -> bodies.namesakes(body)
                        .filter(other -> actor.region().covers(other.region()))
                        .collectList()
                        .filterWhen(others -> unsettled(body, others))
                        .flatMapIterable(others -> others)
                        .map(other -> new Namesake(other, joins(body, other))));
    }

    private Mono<Boolean> unsettled(RegisteredBody body, List<RegisteredBody> others) {
        var all = Stream.concat(Stream.of(body), others.stream()).map(RegisteredBody::id);
        return settlements.isSettled(Matter.SAME_NAME, all.toList()).map(settled -> !settled);
    }

    private static boolean joins(RegisteredBody one, RegisteredBody other) {
        return one.kind() == BodyKind.FILED_GROUP && other.kind() == BodyKind.LEGAL_PERSON
                || one.kind() == BodyKind.LEGAL_PERSON && other.kind() == BodyKind.FILED_GROUP;
    }
}
