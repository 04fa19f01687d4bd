/** Signing heads and proving entries. */
@NullMarked
package org.goufu.ledger.usecase;

import org.jspecify.annotations.NullMarked;
