/** The ledger as strangers read it. */
@NullMarked
package org.goufu.ledger.http;

import org.jspecify.annotations.NullMarked;
