/** Giving, replacing and withdrawing bids; sealing the boxes; keeping the keys that open them. */
@NullMarked
package org.goufu.bidding.usecase;

import org.jspecify.annotations.NullMarked;
