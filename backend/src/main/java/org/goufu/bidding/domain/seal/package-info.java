/**
 * The envelope GOUFU-SEAL/1 without Spring: how a bid is sealed so that only all groups of holders together can open it.
 *
 * <p>The browser has a core of its own, written independently; {@code src/test/resources/seal} holds both to the same bytes.
 */
@NullMarked
package org.goufu.bidding.domain.seal;

import org.jspecify.annotations.NullMarked;
