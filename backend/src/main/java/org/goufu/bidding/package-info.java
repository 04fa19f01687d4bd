/** Sealed bids: the envelope, the holders whose keys open it together, submission, opening. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform::database",
            "platform::http",
            "platform::outbox",
            "platform::security",
            "platform::time",
            "account",
            "organization",
            "federation",
            "ledger",
            "purchase",
            "matching"
        })
@NullMarked
package org.goufu.bidding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
