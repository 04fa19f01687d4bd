@NullMarked
package org.goufu.evaluation.http;

import org.jspecify.annotations.NullMarked;
