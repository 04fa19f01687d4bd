/** Conditions in two readings, fit, score and eligibility; pure. */
@NullMarked
package org.goufu.matching.domain;

import org.jspecify.annotations.NullMarked;
