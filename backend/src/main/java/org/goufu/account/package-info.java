/** People, credentials, sign-in, sessions. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform::database",
            "platform::http",
            "platform::outbox",
            "platform::security",
            "platform::time",
            "reference"
        })
@NullMarked
package org.goufu.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
