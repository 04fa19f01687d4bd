/** Indicators as pages, programs and spreadsheets read them. */
@NullMarked
package org.goufu.opendata.http;

import org.jspecify.annotations.NullMarked;
