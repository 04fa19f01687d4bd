/** The aggregate, its states, and the rules of law that it keeps; pure. */
@NullMarked
package org.goufu.purchase.domain;

import org.jspecify.annotations.NullMarked;
