@NullMarked
package org.goufu.evaluation.usecase;

import org.jspecify.annotations.NullMarked;
