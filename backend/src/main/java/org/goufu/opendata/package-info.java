/** What the platform gives back to everybody: counts and indicators of the registry, region by region. It hears all and is heard by none. */
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
            "federation"
        })
@NullMarked
package org.goufu.opendata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
