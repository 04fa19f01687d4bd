package org.goufu.organization;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/**
 * Says which bodies somebody outside the registry rests on; such a body does not disappear from it.
 *
 * <p>Every module that keeps something about bodies has one; all of them are asked.
 */
public interface BodyUse {

    /** What rests on a body. */
    enum What {
        /** Somebody acts for it. */
        ACCOUNT,
        /** It is, was or is asked to be a member, or is a federation. */
        MEMBERSHIP,
        /** It was told of purchases or of anything else. */
        TOLD
    }

    record Used(UUID bodyId, What what) {}

    /** Those of them that are used, each once. One statement. */
    Flux<Used> of(Collection<UUID> bodyIds);
}
