/** Memberships and mandates in tables. */
@NullMarked
package org.goufu.federation.sql;

import org.jspecify.annotations.NullMarked;
