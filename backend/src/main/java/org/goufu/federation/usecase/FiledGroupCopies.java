package org.goufu.federation.usecase;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.domain.FiledGroup;
import reactor.core.publisher.Mono;

/** Keeps beside the rosters what the registry says of filed groups. */
public interface FiledGroupCopies {
    /** Lets no other writer in until the transaction ends, so that whoever read the registry last also writes last. */
    Mono<Void> alone();

    Mono<Void> keep(List<FiledGroup> groups);

    /** Forgets those that are filed groups no more; unknown ones do no harm. */
    Mono<Void> forget(Collection<UUID> ids);
}
