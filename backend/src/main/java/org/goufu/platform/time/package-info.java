/** The one business clock, which is the database's. */
@NamedInterface("time")
@NullMarked
package org.goufu.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
