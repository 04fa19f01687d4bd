/** Public profiles, federations, memberships, mandates and hosting agreements. */
@NullMarked
package org.goufu.federation.http;

import org.jspecify.annotations.NullMarked;
