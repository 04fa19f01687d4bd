/** The pool, the one transaction runner, and wake-ups from the database. */
@NamedInterface("database")
@NullMarked
package org.goufu.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
