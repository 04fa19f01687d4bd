/** Files that people hand in: streamed into the database and out of it. Who may read one, the module that refers to it decides. */
@NamedInterface("files")
@NullMarked
package org.goufu.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
