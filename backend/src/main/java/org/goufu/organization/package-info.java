/** Departments, organizations and filed groups: registry facts with from and to dates. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform::database",
            "platform::files",
            "platform::http",
            "platform::outbox",
            "platform::security",
            "platform::sheets",
            "platform::time",
            "reference",
            "account"
        })
@NullMarked
package org.goufu.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
