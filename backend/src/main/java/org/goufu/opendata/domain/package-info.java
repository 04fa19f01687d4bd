/** What counts as what, on which day. */
@NullMarked
package org.goufu.opendata.domain;

import org.jspecify.annotations.NullMarked;
