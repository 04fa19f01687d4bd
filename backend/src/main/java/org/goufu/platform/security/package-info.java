/** Who may call which endpoint: one table, denied by default. */
@NamedInterface("security")
@NullMarked
package org.goufu.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
