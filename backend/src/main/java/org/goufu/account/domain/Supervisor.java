package org.goufu.account.domain;

import java.util.UUID;
import org.goufu.kernel.RegionCode;

/**
 * A finance supervisor's account (decision 0043).
 *
 * @param region whose purchases he or she supervises, with everything under it
 */
public record Supervisor(UUID id, String username, String displayName, RegionCode region, boolean ended) {

    /** What was done to it. */
    public enum Act {
        APPOINTED,
        /** A code was handed out. */
        INVITED,
        ENDED
    }

    /** Fails with {@code supervisor/ended}. */
    public Supervisor active() {
        if (ended) throw SupervisorProblem.ENDED.raise(displayName);
        return this;
    }
}
