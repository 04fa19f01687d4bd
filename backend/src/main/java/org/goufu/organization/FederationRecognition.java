package org.goufu.organization;

import java.util.UUID;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Mono;

/** Lets the registry know which registered association is the federation of a street; in the caller's transaction. */
public interface FederationRecognition {

    /** How an association goes on that is a federation no longer. */
    enum Ending {
        /** As an association like every other. */
        STANDS_DOWN,
        /** It is dissolved (注销). */
        CANCELLED,
        /** Its registration is taken away (撤销登记). */
        REVOKED
    }

    /** The body becomes a federation that sits in the street; repeated, nothing changes. */
    Mono<Void> recognize(Actor actor, UUID bodyId, String streetCode);

    /** The body is an association of its county again; its staff acts for it as such. */
    Mono<Void> dismiss(Actor actor, UUID bodyId, Ending ending, String reason);
}
