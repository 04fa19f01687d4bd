package org.goufu.federation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.domain.HostingAgreement.State;
import org.goufu.federation.usecase.Agreements;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hosting agreements in a map. */
public final class InMemoryAgreements implements Agreements {
    private final Map<UUID, HostingAgreement> rows = new LinkedHashMap<>();

    @Override
    public Mono<HostingAgreement> get(UUID membershipId, UUID id) {
        return Mono.justOrEmpty(rows.get(id))
                .filter(row -> row.membershipId().equals(membershipId))
                .switchIfEmpty(Mono.error(FederationProblem.AGREEMENT_NOT_FOUND::raise));
    }

    @Override
    public Flux<HostingAgreement> ofMembership(UUID membershipId) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(row -> row.membershipId().equals(membershipId))
                .sorted(Comparator.comparing(HostingAgreement::id).reversed()));
    }

    /** As if all were of the federation that is asked for: no test has two. */
    @Override
    public Flux<HostingAgreement> openOf(UUID federationId) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(row -> row.state() == State.PROPOSED || row.state() == State.ACTIVE)
                .sorted(Comparator.comparing(HostingAgreement::id)));
    }

    @Override
    public Mono<HostingAgreement> add(HostingAgreement agreement, Actor by) {
        return Mono.fromSupplier(() -> kept(agreement));
    }

    @Override
    public Mono<HostingAgreement> save(HostingAgreement agreement, Actor by) {
        return Mono.fromCallable(() -> {
            var before = rows.get(agreement.id());
            if (before == null || before.version() != agreement.version()) {
                throw FederationProblem.CHANGED_MEANWHILE.raise();
            }
            if (agreement.state() == State.ACTIVE && rows.values().stream().anyMatch(row -> taken(row, agreement))) {
                throw FederationProblem.SCOPE_TAKEN.raise(agreement.scope());
            }
            return kept(agreement.at(agreement.version() + 1));
        });
    }

    private static boolean taken(HostingAgreement row, HostingAgreement saved) {
        return !row.id().equals(saved.id())
                && row.groupId().equals(saved.groupId())
                && row.scope().equals(saved.scope())
                && row.state() == State.ACTIVE;
    }

    private HostingAgreement kept(HostingAgreement agreement) {
        rows.put(agreement.id(), agreement);
        return agreement;
    }
}
