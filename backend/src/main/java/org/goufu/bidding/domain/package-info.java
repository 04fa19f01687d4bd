/** What a bid is, and why one is refused. */
@NullMarked
package org.goufu.bidding.domain;

import org.jspecify.annotations.NullMarked;
