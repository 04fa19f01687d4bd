package org.goufu.federation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.usecase.Enrolments;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Memberships in a map, with the acts that were noted. */
public final class InMemoryEnrolments implements Enrolments {
    public final List<Act> acts = new ArrayList<>();
    private final Map<UUID, Enrolment> rows = new LinkedHashMap<>();

    public Enrolment holding(Enrolment enrolment) {
        rows.put(enrolment.id(), enrolment);
        return enrolment;
    }

    @Override
    public Mono<Enrolment> get(UUID id) {
        return Mono.justOrEmpty(rows.get(id)).switchIfEmpty(Mono.error(FederationProblem.MEMBERSHIP_NOT_FOUND::raise));
    }

    @Override
    public Flux<Enrolment> ofMember(UUID memberId) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(row -> row.memberId().equals(memberId))
                .sorted(Comparator.comparing(Enrolment::invitedAt)
                        .thenComparing(Enrolment::id)
                        .reversed()));
    }

    @Override
    public Flux<Enrolment> openOf(UUID federationId, LocalDate day) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(row -> row.federationId().equals(federationId))
                .filter(row -> row.state().isOpen() || row.lastsOn(day.plusDays(1)))
                .sorted(Comparator.comparing(Enrolment::id)));
    }

    @Override
    public Mono<Enrolment> add(Enrolment enrolment, Act act) {
        return Mono.fromCallable(() -> {
            if (rows.values().stream().anyMatch(row -> isSameInvitation(row, enrolment))) {
                throw FederationProblem.ALREADY_INVITED.raise();
            }
            acts.add(act);
            return holding(enrolment);
        });
    }

    private static boolean isSameInvitation(Enrolment row, Enrolment added) {
        return row.state().isOpen()
                && row.federationId().equals(added.federationId())
                && row.memberId().equals(added.memberId());
    }

    @Override
    public Mono<Enrolment> save(Enrolment enrolment, Act act) {
        return Mono.fromCallable(() -> {
            var before = rows.get(enrolment.id());
            if (before == null || before.version() != enrolment.version()) {
                throw FederationProblem.CHANGED_MEANWHILE.raise();
            }
            if (rows.values().stream().anyMatch(row -> overlap(row, enrolment))) {
                throw FederationProblem.MEMBER_ELSEWHERE.raise();
            }
            acts.add(act);
            return holding(enrolment.at(enrolment.version() + 1));
        });
    }

    private static boolean overlap(Enrolment row, Enrolment saved) {
        return !row.id().equals(saved.id())
                && row.memberId().equals(saved.memberId())
                && row.confirmedAt() != null
                && saved.confirmedAt() != null
                && row.lastsOn(saved.from())
                && saved.lastsOn(row.from());
    }

    /** The row as it stands. */
    public Enrolment row(UUID id) {
        return Objects.requireNonNull(rows.get(id));
    }
}
