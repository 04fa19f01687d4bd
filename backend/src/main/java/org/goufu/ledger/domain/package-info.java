/** The tree, its proofs and its signed heads, in Java alone: the program and the verifier on the command line share it. */
@NullMarked
package org.goufu.ledger.domain;

import org.jspecify.annotations.NullMarked;
