/** Signing in and out. */
@NullMarked
package org.goufu.account.usecase;

import org.jspecify.annotations.NullMarked;
