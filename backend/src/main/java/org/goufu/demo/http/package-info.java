/** The demo clock. */
@NullMarked
package org.goufu.demo.http;

import org.jspecify.annotations.NullMarked;
