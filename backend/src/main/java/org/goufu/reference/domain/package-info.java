/** The trees, the calendar and the amounts as they lie in memory. */
@NullMarked
package org.goufu.reference.domain;

import org.jspecify.annotations.NullMarked;
