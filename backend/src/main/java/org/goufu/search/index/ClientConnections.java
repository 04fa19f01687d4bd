package org.goufu.search.index;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.util.Arrays;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.stereotype.Component;

/** Gives each call that may be under way a connection of its own; otherwise calls would queue inside the client, unseen. */
@Component
class ClientConnections implements Rest5ClientBuilderCustomizer {
    private static final int CALLS =
            Arrays.stream(Elastic.Lane.values()).mapToInt(Elastic.Lane::calls).sum();

    @Override
    public void customize(Rest5ClientBuilder builder) {}

    @Override
    public void customize(PoolingAsyncClientConnectionManagerBuilder connections) {
        connections.setMaxConnPerRoute(CALLS).setMaxConnTotal(2 * CALLS);
    }
}
