package org.goufu.organization;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** Finds the filed groups of a place. */
public interface FiledGroups {
    /** Groups that are filed in the region or in a place under it, in order of id: at most so many. */
    Flux<UUID> in(String regionCode, int most);
}
