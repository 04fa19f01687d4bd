package org.goufu.purchase.http;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sure the platform is of the articles that it cites.
 *
 * @param unverifiedBases rules whose basis nobody has compared with the official text yet (domain.md 0.1, marks V~ and M)
 */
@ConfigurationProperties("goufu.purchase")
record BasisProperties(@DefaultValue Set<String> unverifiedBases) {
    BasisProperties {
        unverifiedBases = Set.copyOf(unverifiedBases);
    }
}
