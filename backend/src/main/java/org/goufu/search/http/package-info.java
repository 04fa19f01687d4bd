/** The pages' and programs' way into search. */
@NullMarked
package org.goufu.search.http;

import org.jspecify.annotations.NullMarked;
