/** Bids over HTTP, for the bidder alone. */
@NullMarked
package org.goufu.bidding.http;

import org.jspecify.annotations.NullMarked;
