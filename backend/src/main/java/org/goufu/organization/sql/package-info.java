/** The registry's tables. */
@NullMarked
package org.goufu.organization.sql;

import org.jspecify.annotations.NullMarked;
