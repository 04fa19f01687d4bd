/** Regions, service catalogue, working-day calendar, thresholds: imported, versioned, read-only. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform::database",
            "platform::http",
            "platform::outbox",
            "platform::security",
            "platform::time"
        })
@NullMarked
package org.goufu.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
