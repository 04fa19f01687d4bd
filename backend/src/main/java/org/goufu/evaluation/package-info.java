/** From opened bids to the award: panels, checks, scores, ranking, proposal and decision. */
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
            "account",
            "organization",
            "ledger",
            "purchase",
            "matching",
            "bidding"
        })
@NullMarked
package org.goufu.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
