/** One class per act on a purchase, and the store that the acts need. */
@NullMarked
package org.goufu.purchase.usecase;

import org.jspecify.annotations.NullMarked;
