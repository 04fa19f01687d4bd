package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Names the bodies of the registry to which somebody says that there is a relation. */
@Component
class AvoidedBodies {
    private final OrganizationDirectory organizations;

    AvoidedBodies(OrganizationDirectory organizations) {
        this.organizations = organizations;
    }

    /** By id; unknown ones are left out. Never empty. */
    Mono<Map<UUID, String>> names(@Nullable List<EvaluatorForm.Avoidance> avoidances) {
        var ids = Stream.ofNullable(avoidances)
                .flatMap(List::stream)
                .limit(EvaluatorReader.MOST_AVOIDANCES)
                .map(EvaluatorForm.Avoidance::body)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : organizations.findAll(ids).collectMap(BodyProfile::id, BodyProfile::name);
    }
}
