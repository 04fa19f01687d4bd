/** Matches lots and bodies, answers questions about eligibility and pools. */
@NullMarked
package org.goufu.matching.usecase;

import org.jspecify.annotations.NullMarked;
