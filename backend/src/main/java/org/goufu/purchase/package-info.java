/** Purchases, lots and notices, from draft to publication: timing rules, linter, official forms. */
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
            "ledger"
        })
@NullMarked
package org.goufu.purchase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
