/** The ledger's tables. */
@NullMarked
package org.goufu.ledger.sql;

import org.jspecify.annotations.NullMarked;
