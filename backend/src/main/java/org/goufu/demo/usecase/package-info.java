/** Loads the demo province, step by step. */
@NullMarked
package org.goufu.demo.usecase;

import org.jspecify.annotations.NullMarked;
