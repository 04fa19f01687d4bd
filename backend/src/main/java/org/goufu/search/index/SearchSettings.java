package org.goufu.search.index;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the platform speaks with Elasticsearch.
 *
 * @param prefix with what the name of every index begins
 * @param searchWithin how long a reader waits, in all, before the search is answered as unavailable
 * @param bulkWithin how long a handler waits for a batch of documents
 * @param manageWithin how long creating, counting or swapping indices may take
 * @param rebuildIndex whether to rebuild all indices once at the start: the operator's command line
 */
@ConfigurationProperties("goufu.search")
public record SearchSettings(
        @DefaultValue("goufu") String prefix,
        @DefaultValue("1s") Duration searchWithin,
        @DefaultValue("5s") Duration bulkWithin,
        @DefaultValue("30s") Duration manageWithin,
        @DefaultValue("false") boolean rebuildIndex) {}
