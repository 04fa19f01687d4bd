/** Joining, mandating, hosting, leaving; a body's public profile with its memberships. */
@NullMarked
package org.goufu.federation.usecase;

import org.jspecify.annotations.NullMarked;
