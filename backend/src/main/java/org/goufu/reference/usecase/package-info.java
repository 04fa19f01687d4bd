/** What operators do with the calendar and the amounts. */
@NullMarked
package org.goufu.reference.usecase;

import org.jspecify.annotations.NullMarked;
