/** The ledger: an append-only Merkle log of every act that matters, with proofs that anybody can check. */
@ApplicationModule(
        allowedDependencies = {"kernel", "platform::database", "platform::http", "platform::security", "platform::time"
        })
@NullMarked
package org.goufu.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
