/** The inbox, its live stream, and the list of what waits. */
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
            "purchase",
            "bidding",
            "evaluation",
            "matching"
        })
@NullMarked
package org.goufu.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
