package org.goufu.organization.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingEntry;
import org.goufu.organization.domain.FilingFixtures;
import org.goufu.organization.domain.FilingProblem;
import org.goufu.organization.domain.FilingRecord;
import org.goufu.organization.domain.FilingRule;
import org.goufu.organization.domain.FilingState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Filings in a map, with the acts on them; every place has the fixtures' rule. */
public final class InMemoryFilings implements Filings {
    public final List<FilingEntry> entries = new ArrayList<>();
    private final Map<UUID, Filing> rows = new LinkedHashMap<>();
    private final Map<String, Integer> serials = new HashMap<>();

    public Filing holding(Filing filing) {
        rows.put(filing.id(), filing);
        return filing;
    }

    @Override
    public Mono<Filing> get(UUID id) {
        return Mono.fromSupplier(() -> rows.get(id)).switchIfEmpty(Mono.error(FilingProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<Filing> lock(UUID id) {
        return get(id);
    }

    @Override
    public Flux<Namesake> namesakes(UUID id, FilingRecord record) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(row -> !row.id().equals(id)
                        && row.record().name().equals(record.name())
                        && row.record().communityCode().equals(record.communityCode())
                        && !hasEnded(row.state()))
                .sorted(Comparator.comparing(Filing::id))
                .map(row -> new Namesake(
                        row.id(), row.record().name(), row.standing().number())));
    }

    private static boolean hasEnded(FilingState state) {
        return state == FilingState.REVOKED || state == FilingState.CANCELLED || state == FilingState.REGISTERED;
    }

    @Override
    public Mono<Void> add(Filing filing) {
        return Mono.fromRunnable(() -> holding(at(filing, 1)));
    }

    @Override
    public Mono<Void> save(Filing filing) {
        return get(filing.id())
                .doOnNext(row -> holding(at(filing, row.version() + 1)))
                .then();
    }

    private static Filing at(Filing filing, long version) {
        return new Filing(filing.id(), filing.record(), filing.standing(), filing.course(), version);
    }

    @Override
    public Mono<Void> log(FilingEntry entry) {
        return Mono.fromRunnable(() -> entries.add(entry));
    }

    @Override
    public Mono<FilingRule> rule(RegionCode place) {
        return Mono.just(FilingFixtures.RULE);
    }

    @Override
    public Mono<String> nextNumber(RegionCode street, int year) {
        return Mono.fromSupplier(() -> {
            var prefix = "BA-%s-%d-".formatted(street.value(), year);
            return prefix + "%04d".formatted(serials.merge(prefix, 1, Integer::sum));
        });
    }
}
