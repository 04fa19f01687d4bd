/** What a bid is and who opens it, and why something is refused. */
@NullMarked
package org.goufu.bidding.domain;

import org.jspecify.annotations.NullMarked;
