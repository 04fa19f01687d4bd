/** Who is calling, and where a body wants to be told. */
@NullMarked
package org.goufu.organization.http;

import org.jspecify.annotations.NullMarked;
