/** Boxes, envelopes and keys in PostgreSQL. */
@NullMarked
package org.goufu.bidding.sql;

import org.jspecify.annotations.NullMarked;
