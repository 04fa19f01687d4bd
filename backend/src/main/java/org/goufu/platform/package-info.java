/** Machinery without procurement words: outbox, transactions, clock, HTTP edge, security chain, embedded servers. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.goufu.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
