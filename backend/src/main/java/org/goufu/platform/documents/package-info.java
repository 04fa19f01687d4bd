/** How documents are written down whose digest is kept. */
@NamedInterface("documents")
@NullMarked
package org.goufu.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
