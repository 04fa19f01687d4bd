/** Public profiles of organizations and federations. */
@NullMarked
package org.goufu.federation.http;

import org.jspecify.annotations.NullMarked;
