/** Writes the demo province in bulk, straight into the modules' schemas. */
@NullMarked
package org.goufu.demo.sql;

import org.jspecify.annotations.NullMarked;
