/** Matches and lots in PostgreSQL. */
@NullMarked
package org.goufu.matching.sql;

import org.jspecify.annotations.NullMarked;
