/** Members, mandates: who may be stood in for, for what and until when. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform::database",
            "platform::files",
            "platform::http",
            "platform::outbox",
            "platform::security",
            "platform::time",
            "reference",
            "organization"
        })
@NullMarked
package org.goufu.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
