package org.goufu.organization.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.RecordedFact;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Facts in a map. */
public final class InMemoryFacts implements Facts {
    private final Map<UUID, RecordedFact> rows = new LinkedHashMap<>();

    public RecordedFact holding(RecordedFact fact) {
        rows.put(fact.id(), fact);
        return fact;
    }

    @Override
    public Mono<RecordedFact> get(UUID bodyId, UUID factId) {
        return Mono.fromSupplier(() -> rows.get(factId))
                .filter(fact -> fact.bodyId().equals(bodyId))
                .switchIfEmpty(Mono.error(OrganizationProblem.FACT_NOT_FOUND::raise));
    }

    @Override
    public Flux<RecordedFact> standing(UUID bodyId) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(fact -> fact.bodyId().equals(bodyId) && fact.withdrawnAt() == null)
                .sorted(Comparator.comparing((RecordedFact fact) -> fact.kind().name())
                        .thenComparing(RecordedFact::from)
                        .thenComparing(RecordedFact::id)));
    }

    @Override
    public Mono<Void> add(Collection<RecordedFact> facts) {
        return Mono.fromRunnable(() -> facts.forEach(this::holding));
    }

    @Override
    public Mono<Void> withdraw(Collection<RecordedFact> facts, Actor by, Instant at, String reason) {
        return Mono.fromRunnable(() -> {
            var standing = facts.stream().map(fact -> rows.get(fact.id())).toList();
            if (standing.stream().anyMatch(fact -> fact == null || fact.withdrawnAt() != null)) {
                throw OrganizationProblem.FACT_GONE.raise();
            }
            standing.forEach(fact -> holding(with(fact, at, fact.confirmedAt())));
        });
    }

    @Override
    public Mono<Void> confirm(RecordedFact fact, Actor by, Instant at) {
        return Mono.fromRunnable(() -> {
            var row = rows.get(fact.id());
            if (row == null || row.withdrawnAt() != null || row.confirmedAt() != null) {
                throw OrganizationProblem.NOTHING_TO_CONFIRM.raise();
            }
            holding(with(row, null, at));
        });
    }

    @Override
    public Mono<Boolean> refersTo(UUID bodyId, UUID evidenceId) {
        return Mono.fromSupplier(() -> rows.values().stream()
                .anyMatch(fact -> fact.bodyId().equals(bodyId) && evidenceId.equals(fact.evidenceId())));
    }

    /** All of a body, withdrawn ones included, in the order in which they came. */
    public List<RecordedFact> of(UUID bodyId) {
        return rows.values().stream()
                .filter(fact -> fact.bodyId().equals(bodyId))
                .toList();
    }

    private static RecordedFact with(RecordedFact fact, @Nullable Instant withdrawnAt, @Nullable Instant confirmedAt) {
        return new RecordedFact(
                fact.id(),
                fact.bodyId(),
                fact.kind(),
                fact.value(),
                fact.number(),
                fact.from(),
                fact.to(),
                fact.knownAt(),
                withdrawnAt,
                fact.source(),
                fact.origin(),
                fact.evidenceId(),
                fact.recordedBy(),
                fact.recordedByName(),
                confirmedAt);
    }
}
