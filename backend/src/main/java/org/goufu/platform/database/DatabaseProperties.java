package org.goufu.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pool behaves.
 *
 * @param poolSize connections of one instance for requests and handlers together
 * @param acquireWithin how long a request waits for a connection before it is answered 503
 */
@ConfigurationProperties("goufu.database")
public record DatabaseProperties(
        @DefaultValue("16") int poolSize,
        @DefaultValue("3s") Duration acquireWithin) {}
