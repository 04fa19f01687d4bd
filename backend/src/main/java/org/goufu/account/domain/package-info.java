/** What a sign-in is and when it is refused. */
@NullMarked
package org.goufu.account.domain;

import org.jspecify.annotations.NullMarked;
