/** Sessions, tokens and the caller over HTTP. */
@NullMarked
package org.goufu.account.http;

import org.jspecify.annotations.NullMarked;
