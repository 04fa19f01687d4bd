package org.goufu.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Names the body or region that an account acts for; the registry, which knows both, answers. */
public interface Affiliations {

    /** Never empty; every part is null for a person who acts for none. */
    Mono<Affiliation> of(Actor actor);

    /** What an account acts for; at most one part is present. */
    record Affiliation(
            @Nullable DepartmentRef department,
            @Nullable BodyRef organization,
            @Nullable Coded region) {}

    /** A department as the caller sees his or her own. */
    record DepartmentRef(UUID id, String name, String regionCode) {}

    /** A body as its own people see it; {@code kind} is LEGAL_PERSON, FEDERATION or FILED_GROUP. */
    record BodyRef(
            UUID id,
            String name,

            @Schema(allowableValues = {"LEGAL_PERSON", "FEDERATION", "FILED_GROUP"})
            String kind) {}
}
