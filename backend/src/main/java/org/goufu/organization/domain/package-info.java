/** Rules of the registry: credit codes, refusals. */
@NullMarked
package org.goufu.organization.domain;

import org.jspecify.annotations.NullMarked;
