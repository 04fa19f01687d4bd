/** Bids for the bidder alone; the keys that open them for their holders; whom a lot is sealed to for everybody. */
@NullMarked
package org.goufu.bidding.http;

import org.jspecify.annotations.NullMarked;
