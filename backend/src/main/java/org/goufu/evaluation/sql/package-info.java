@NullMarked
package org.goufu.evaluation.sql;

import org.jspecify.annotations.NullMarked;
