package org.goufu.opendata.usecase;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.opendata.domain.Standing;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps how bodies stand, and the counts that follow from it. */
public interface Standings {
    /** Lets no other writer in until the transaction ends, so that whoever read the registry last also writes last. */
    Mono<Void> alone();

    /** Completes with how many of them stood otherwise until now; their places are to be recounted. */
    Mono<Long> keep(List<Standing> standings);

    /** Forgets bodies that exist no more. */
    Mono<Long> forget(Collection<UUID> bodyIds);

    /** Forgets whoever is kept between the two ids, the last one included, and is none of these. */
    Mono<Long> forgetOthers(@Nullable UUID after, @Nullable UUID last, Collection<UUID> bodyIds);

    /** Counts up to so many stale places anew for all days; completes with how many there were. */
    Mono<Integer> recount(int most);

    /** Begins a day that pages do not see yet: every place is to be recounted for it. */
    Mono<Void> begin(LocalDate today);

    /** Pages read this day from now on; days that are neither today nor the first of a month of the last year are dropped. */
    Mono<Void> publish(LocalDate today);

    /** The last day that pages can read, empty before the first. */
    Mono<LocalDate> published();
}
