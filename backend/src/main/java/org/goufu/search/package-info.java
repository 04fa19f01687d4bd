/** The only speaker of Elasticsearch: finds notices and organizations, and candidates for matching. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform::database",
            "platform::http",
            "platform::outbox",
            "platform::security",
            "platform::time",
            "reference",
            "organization",
            "federation",
            "purchase"
        })
@NullMarked
package org.goufu.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
