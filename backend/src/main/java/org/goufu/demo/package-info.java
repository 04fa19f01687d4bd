/** The demo province: data, accounts, clock. It knows everybody and nobody knows it; outside a demo installation it does nothing. */
@ApplicationModule
@NullMarked
package org.goufu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
