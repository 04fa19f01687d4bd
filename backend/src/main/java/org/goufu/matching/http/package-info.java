/** Matches, eligibility, feed and pool estimates over HTTP. */
@NullMarked
package org.goufu.matching.http;

import org.jspecify.annotations.NullMarked;
