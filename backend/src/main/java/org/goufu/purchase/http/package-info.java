/** The HTTP edge of purchases, notices and their official forms. */
@NullMarked
package org.goufu.purchase.http;

import org.jspecify.annotations.NullMarked;
