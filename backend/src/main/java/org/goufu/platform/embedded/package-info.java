/** Starts PostgreSQL and Elasticsearch beside the program when no address is configured. */
@NullMarked
package org.goufu.platform.embedded;

import org.jspecify.annotations.NullMarked;
