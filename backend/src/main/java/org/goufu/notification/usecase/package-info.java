/** Tells bodies and departments, and streams what they are told. */
@NullMarked
package org.goufu.notification.usecase;

import org.jspecify.annotations.NullMarked;
