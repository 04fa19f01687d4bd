/** Inbox and live stream over HTTP. */
@NullMarked
package org.goufu.notification.http;

import org.jspecify.annotations.NullMarked;
