package org.goufu.organization.usecase;

import reactor.core.publisher.Mono;

/** The right to look into the folder of nightly lists. */
public interface ImportFolder {

    /** Whether it is this instance's turn; nobody else's for an hour then. */
    Mono<Boolean> claim();
}
