/** Keeping the counts. */
@NullMarked
package org.goufu.opendata.usecase;

import org.jspecify.annotations.NullMarked;
