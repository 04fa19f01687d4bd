/** The inbox and its live stream. */
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
            "matching"
        })
@NullMarked
package org.goufu.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
