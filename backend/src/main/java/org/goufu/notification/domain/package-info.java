/** What an inbox row is and how a batch is ordered. */
@NullMarked
package org.goufu.notification.domain;

import org.jspecify.annotations.NullMarked;
