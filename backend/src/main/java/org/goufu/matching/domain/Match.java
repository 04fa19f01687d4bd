package org.goufu.matching.domain;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.goufu.matching.Phrase;
import org.goufu.organization.BodyKind;

/**
 * A lot and a body that fits it and may bid, or take part through the bidder (product.md, Match).
 *
 * @param bidder the legal person that would sign; the body itself unless it is a group
 * @param score 0 to 1000
 * @param tells whether the lot's places touch those where the body wants to be told
 * @param members with what each of them contributes, for a federation
 */
public record Match(
        UUID lotId,
        Route route,
        Named body,
        BodyKind kind,
        Named bidder,
        Eligibility eligibility,
        int score,
        boolean tells,
        List<Phrase> reasons,
        List<Contribution> members) {

    /** On which list a match stands. */
    public enum Route {
        DIRECT,
        FEDERATION,
        THROUGH
    }

    /** A member that makes its federation fit, and by what. */
    public record Contribution(UUID id, String name, List<Phrase> contributes) {
        public Contribution {
            contributes = List.copyOf(contributes);
        }
    }

    public Match {
        reasons = List.copyOf(reasons);
        members = List.copyOf(members);
    }
}
