package org.goufu.account;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Names the body that an account acts for; the registry, which knows bodies, answers. */
public interface Affiliations {

    /** Never empty; both parts are null for a person who acts for no body. */
    Mono<Affiliation> of(Actor actor);

    /** What an account acts for; at most one part is present. */
    record Affiliation(
            @Nullable DepartmentRef department, @Nullable BodyRef organization) {}

    /** A department as the caller sees his or her own. */
    record DepartmentRef(UUID id, String name, String regionCode) {}

    /** A body as its own people see it; {@code kind} is LEGAL_PERSON, FEDERATION or FILED_GROUP. */
    record BodyRef(UUID id, String name, String kind) {}
}
