/** Requirements in two readings, eligibility, matches with reasons. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform::database",
            "platform::documents",
            "platform::http",
            "platform::outbox",
            "platform::security",
            "platform::time",
            "reference",
            "organization",
            "federation",
            "purchase",
            "search"
        })
@NullMarked
package org.goufu.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
