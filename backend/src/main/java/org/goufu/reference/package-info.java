/**
 * Regions and service catalogue: imported and versioned. Working-day calendar and thresholds: supplied, and added to by operators
 * while the platform runs.
 */
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
