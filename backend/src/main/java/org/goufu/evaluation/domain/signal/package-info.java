/**
 * Signals of collusion (财政部令第87号 第37条, domain.md 1.7.4): what machines can find when they hold the opened bids of a lot against each
 * other. Each is evidence for the panel, none rejects anything.
 */
@NullMarked
package org.goufu.evaluation.domain.signal;

import org.jspecify.annotations.NullMarked;
