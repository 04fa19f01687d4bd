/** News written with the deed and delivered at least once to every handler. */
@NamedInterface("outbox")
@NullMarked
package org.goufu.platform.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
