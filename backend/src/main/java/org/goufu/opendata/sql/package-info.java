/** The counts and how they are read. */
@NullMarked
package org.goufu.opendata.sql;

import org.jspecify.annotations.NullMarked;
