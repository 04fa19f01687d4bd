package org.goufu.organization.usecase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.RegistryWork.Matter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Settled conflicts in a map, and where bodies lie. */
public final class InMemorySettlements implements Settlements {
    private final Map<UUID, RegionCode> places = new HashMap<>();
    private final Map<Conflict, String> settled = new HashMap<>();

    private record Conflict(Matter matter, Set<UUID> bodies) {}

    public UUID holding(UUID body, String region) {
        places.put(body, new RegionCode(region));
        return body;
    }

    @Override
    public Mono<Boolean> under(RegionCode region, List<UUID> ids) {
        return Mono.fromSupplier(() ->
                new HashSet<>(ids).stream().allMatch(id -> places.containsKey(id) && region.covers(places.get(id))));
    }

    @Override
    public Mono<Void> add(Actor by, Matter matter, List<UUID> ids, String reason) {
        return Mono.fromRunnable(() -> settled.putIfAbsent(new Conflict(matter, new TreeSet<>(ids)), reason));
    }

    @Override
    public Mono<Boolean> isSettled(Matter matter, List<UUID> ids) {
        return Mono.fromSupplier(() -> reason(matter, ids) != null);
    }

    /** Why they may stand beside each other; null for what nobody settled. */
    public @Nullable String reason(Matter matter, List<UUID> ids) {
        return settled.get(new Conflict(matter, new TreeSet<>(ids)));
    }
}
