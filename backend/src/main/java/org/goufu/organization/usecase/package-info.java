/** What registrars keep about bodies, and what a body keeps about itself. */
@NullMarked
package org.goufu.organization.usecase;

import org.jspecify.annotations.NullMarked;
