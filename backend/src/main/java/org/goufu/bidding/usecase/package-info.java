/** Giving, replacing and withdrawing bids; sealing the boxes. */
@NullMarked
package org.goufu.bidding.usecase;

import org.jspecify.annotations.NullMarked;
