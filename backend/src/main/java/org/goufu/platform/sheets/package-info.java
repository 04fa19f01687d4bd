/** Tables that people send and take home: CSV and XLSX, read row by row and mistrusted, written row by row. */
@NamedInterface("sheets")
@NullMarked
package org.goufu.platform.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
