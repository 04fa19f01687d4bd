package org.goufu.federation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FiledGroup;
import org.goufu.federation.domain.FiledGroup.Stretch;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.FiledGroupCopies;
import org.goufu.federation.usecase.Rosters;
import org.goufu.kernel.RegionCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rosters, seats and the copies of filed groups in lists and a map. */
public final class InMemoryRosters implements Rosters, FiledGroupCopies {
    private final Map<String, FiledGroup> groups = new TreeMap<>();
    private final List<Enrolment> memberships = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();

    public void holding(Enrolment membership) {
        memberships.removeIf(row -> row.id().equals(membership.id()));
        memberships.add(membership);
    }

    public void holding(Seat seat) {
        seats.add(seat);
    }

    @Override
    public Mono<Void> alone() {
        return Mono.empty();
    }

    @Override
    public Mono<Void> keep(List<FiledGroup> kept) {
        return Mono.fromRunnable(
                () -> kept.forEach(group -> groups.put(group.id().toString(), group)));
    }

    @Override
    public Mono<Void> forget(Collection<UUID> ids) {
        return Mono.fromRunnable(() -> ids.forEach(id -> groups.remove(id.toString())));
    }

    @Override
    public Flux<Accepted> accepted(RegionCode street, int most) {
        return Flux.fromStream(() -> memberships.stream()
                .filter(row -> row.state() == MembershipState.ACCEPTED)
                .filter(row -> seats.stream()
                        .anyMatch(seat -> seat.street().equals(street)
                                && seat.federationId().equals(row.federationId())))
                .map(row -> new Accepted(
                        row.id(),
                        row.memberId(),
                        row.federationId(),
                        row.consent().on()))
                .sorted(Comparator.comparing(Accepted::on).thenComparing(Accepted::membershipId))
                .limit(most));
    }

    @Override
    public Mono<Long> countLoose(RegionCode region, LocalDate day) {
        return Mono.fromSupplier(() -> loose(region, day).count());
    }

    @Override
    public Flux<Loose> loose(RegionCode region, LocalDate day, String after, int most) {
        return Flux.fromStream(() -> loose(region, day)
                .filter(group -> group.id().toString().compareTo(after) > 0)
                .map(group -> new Loose(group.id(), group.name(), group.regionCode()))
                .limit(most));
    }

    private Stream<FiledGroup> loose(RegionCode region, LocalDate day) {
        return groups.values().stream()
                .filter(group -> group.regionCode().startsWith(region.value()))
                .filter(group -> group.filed().stream().anyMatch(stretch -> holds(stretch, day)))
                .filter(group -> memberships.stream()
                        .noneMatch(row ->
                                row.memberId().equals(group.id()) && row.confirmedAt() != null && !isOver(row, day)));
    }

    private static boolean isOver(Enrolment row, LocalDate day) {
        return row.end() != null
                && row.end().lastDay() != null
                && row.end().lastDay().isBefore(day);
    }

    private static boolean holds(Stretch stretch, LocalDate day) {
        return !day.isBefore(stretch.from()) && (stretch.to() == null || !day.isAfter(stretch.to()));
    }
}
