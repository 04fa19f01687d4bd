package org.goufu.search;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds candidates among all bodies; the authority stays with matching's Java reading.
 *
 * <p>Every answer fails with {@code search/unavailable} while Elasticsearch does not answer.
 */
public interface Capabilities {

    /** A document that satisfied the filter; bidder and body are the same on the direct route. */
    record Candidate(UUID bidderId, UUID bodyId) {}

    /**
     * How many could take part.
     *
     * @param direct legal persons by themselves
     * @param groups members through a federation
     * @param federations the federations that would sign for them
     */
    record Pool(long direct, long groups, long federations) {}

    /** All candidates, each pair of bidder and body once, streamed page by page. */
    Flux<Candidate> candidates(Filter filter);

    /** Counts for the filter and for each narrowing of it, in one round trip: the first answer is the filter alone. */
    Mono<List<Pool>> pools(Filter filter, List<Filter> narrowings);
}
