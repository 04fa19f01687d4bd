/** Import of the supplied tables and the snapshots read from them. */
@NullMarked
package org.goufu.reference.sql;

import org.jspecify.annotations.NullMarked;
