/** The verifier on the command line: plain Java, so that a stranger needs nothing of the platform to run it. */
@NullMarked
package org.goufu.ledger.domain.tool;

import org.jspecify.annotations.NullMarked;
