package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingEntry;
import org.goufu.organization.domain.FilingRecord;
import org.goufu.organization.domain.FilingRule;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps filings, their histories, the places' rules and the numbers that were given. */
public interface Filings {

    /** A filing of the same name in the same community that has not ended. */
    record Namesake(UUID id, String name, @Nullable String number) {}

    /** Fails with {@code filing/not-found} rather than completing empty. */
    Mono<Filing> get(UUID id);

    /** The same, and nobody else writes about it before the transaction ends. */
    Mono<Filing> lock(UUID id);

    Flux<Namesake> namesakes(UUID id, FilingRecord record);

    Mono<Void> add(Filing filing);

    /** With the next version. */
    Mono<Void> save(Filing filing);

    Mono<Void> log(FilingEntry entry);

    /** Of the place itself, or of the nearest one above it that has a rule. */
    Mono<FilingRule> rule(RegionCode place);

    /** The next of the street's numbers of the year; without a gap, because it goes back when the transaction fails. */
    Mono<String> nextNumber(RegionCode street, int year);
}
