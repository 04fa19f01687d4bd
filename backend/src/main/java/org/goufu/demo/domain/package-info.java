/** Makes up the demo province, purely from a seed and a day. */
@NullMarked
package org.goufu.demo.domain;

import org.jspecify.annotations.NullMarked;
