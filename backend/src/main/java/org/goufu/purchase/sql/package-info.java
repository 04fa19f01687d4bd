/** The purchase schema: the store, the directory and the reads. */
@NullMarked
package org.goufu.purchase.sql;

import org.jspecify.annotations.NullMarked;
