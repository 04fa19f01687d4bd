/** What a body may change about itself. */
@NullMarked
package org.goufu.organization.usecase;

import org.jspecify.annotations.NullMarked;
