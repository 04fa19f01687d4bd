/** Accounts, sessions and failed sign-ins in PostgreSQL. */
@NullMarked
package org.goufu.account.sql;

import org.jspecify.annotations.NullMarked;
