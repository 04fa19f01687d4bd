/** The HTTP edge that all controllers share: problems, the caller, paging, versions, idempotency. */
@NamedInterface("http")
@NullMarked
package org.goufu.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
