/** From a question to one Elasticsearch request, and from its answer to what a page shows. */
@NullMarked
package org.goufu.search.query;

import org.jspecify.annotations.NullMarked;
