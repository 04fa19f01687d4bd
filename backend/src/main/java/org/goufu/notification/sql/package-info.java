/** The inbox in PostgreSQL. */
@NullMarked
package org.goufu.notification.sql;

import org.jspecify.annotations.NullMarked;
