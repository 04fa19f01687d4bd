package org.goufu.search.query;

import java.util.List;
import org.goufu.search.Filter;
import org.goufu.search.index.Elastic;

/** The request that finds candidates, as it is sent, for those who send it past the program. */
public final class RawCapabilities {
    private RawCapabilities() {}

    /** Its first page. */
    public static byte[] request(Filter filter) {
        return Elastic.bytes(ElasticCapabilities.pageRequest(CapabilityQuery.of(filter), List.of()));
    }
}
