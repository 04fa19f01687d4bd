/** The indices: documents, the one client, news, rebuilding and checking. */
@NullMarked
package org.goufu.search.index;

import org.jspecify.annotations.NullMarked;
