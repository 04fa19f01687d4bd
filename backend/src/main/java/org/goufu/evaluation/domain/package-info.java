@NullMarked
package org.goufu.evaluation.domain;

import org.jspecify.annotations.NullMarked;
