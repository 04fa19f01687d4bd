/** The rules of joining, mandating, hosting and leaving. */
@NullMarked
package org.goufu.federation.domain;

import org.jspecify.annotations.NullMarked;
