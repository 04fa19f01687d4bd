/** Boxes, envelopes, and the public halves of all keys in PostgreSQL. */
@NullMarked
package org.goufu.bidding.sql;

import org.jspecify.annotations.NullMarked;
