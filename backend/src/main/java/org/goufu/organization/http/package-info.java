/** The registry over HTTP: for registrars, and for each body its own dossier and where it wants to be told. */
@NullMarked
package org.goufu.organization.http;

import org.jspecify.annotations.NullMarked;
