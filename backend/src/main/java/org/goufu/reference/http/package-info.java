/** Public, cacheable reads of the trees. */
@NullMarked
package org.goufu.reference.http;

import org.jspecify.annotations.NullMarked;
