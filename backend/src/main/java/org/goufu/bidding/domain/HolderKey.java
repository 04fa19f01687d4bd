package org.goufu.bidding.domain;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Hpke;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key that a person made in the browser, from the proposal to the revocation. The secret half has never been here.
 *
 * @param kid by which keysets name it
 * @param departmentId whose bids it helps to open, null in other groups
 * @param regionCode of a supervisor's key the region where it helps to open bids, null in other groups (decision 0043)
 * @param approver the second person, by whom it became one of the group's keys
 */
public record HolderKey(
        UUID id,
        String kid,
        byte[] publicKey,
        HolderGroup group,
        UUID ownerId,
        String owner,
        @Nullable UUID departmentId,
        @Nullable RegionCode regionCode,
        State state,
        @Nullable String approver,
        long version) {

    /** How far it has come. */
    public enum State {
        PROPOSED,
        /** Its owner has opened what was sealed to it. */
        PROVEN,
        ENROLLED,
        REVOKED
    }

    /** Fails with {@code holder/key-invalid}, {@code holder/not-your-group} or {@code actor/no-region}. */
    public static HolderKey proposed(Actor actor, byte[] publicKey) {
        var group = HolderGroup.of(actor);
        if (!Hpke.isPublicKey(publicKey)) {
            throw HolderProblem.KEY_INVALID.raise(List.of(FieldProblem.of("/publicKey", "not-a-key")));
        }
        return new HolderKey(
                Ids.next(),
                KeyPair.kid(publicKey),
                publicKey.clone(),
                group,
                actor.accountId(),
                actor.displayName(),
                group == HolderGroup.DEPARTMENT ? actor.department() : null,
                group == HolderGroup.SUPERVISION ? actor.region() : null,
                State.PROPOSED,
                null,
                1);
    }

    /** Fails with {@code holder/not-your-key}; a key of another department or region does not exist for the caller. */
    public HolderKey ownedBy(Actor actor) {
        reachedBy(actor);
        if (!ownerId.equals(actor.accountId())) throw HolderProblem.NOT_YOUR_KEY.raise();
        return this;
    }

    /** Whoever works beside the owner or supervises its whole region, and the operator for the supervisors. */
    public HolderKey reachedBy(Actor actor) {
        boolean reached = switch (group) {
            case DEPARTMENT -> departmentId != null && departmentId.equals(actor.departmentId());
            case SUPERVISION -> actor.is(Role.PLATFORM_ADMIN) || regionCode != null && actor.supervises(regionCode);
            case PLATFORM -> false;
        };
        if (!reached) throw HolderProblem.KEY_NOT_FOUND.raise();
        return this;
    }

    /** What the owner is asked to open now: a proof at first, later rehearsals. */
    public Challenge.Purpose asked() {
        return switch (state) {
            case PROPOSED -> Challenge.Purpose.PROOF;
            case PROVEN, ENROLLED -> Challenge.Purpose.REHEARSAL;
            case REVOKED -> throw HolderProblem.REVOKED.raise();
        };
    }

    public HolderKey proven() {
        return state == State.PROPOSED ? with(State.PROVEN, approver) : this;
    }

    /** By a second person of the group; the supervisors' also by the operator, for a supervisor may be alone. */
    public HolderKey approvedBy(Actor actor) {
        reachedBy(actor);
        if (ownerId.equals(actor.accountId())) throw HolderProblem.OWN_KEY.raise();
        return approvedBy(actor.displayName());
    }

    /** By somebody of this name, who was found to be a second person. */
    public HolderKey approvedBy(String second) {
        return switch (state) {
            case PROPOSED -> throw HolderProblem.NOT_PROVEN.raise();
            case PROVEN -> with(State.ENROLLED, second);
            case ENROLLED -> throw HolderProblem.ALREADY_ENROLLED.raise();
            case REVOKED -> throw HolderProblem.REVOKED.raise();
        };
    }

    /** By its owner or a colleague; bids that are sealed to it keep it in their keyset. */
    public HolderKey revokedBy(Actor actor) {
        reachedBy(actor);
        if (state == State.REVOKED) throw HolderProblem.REVOKED.raise();
        return with(State.REVOKED, approver);
    }

    private HolderKey with(State next, @Nullable String by) {
        return new HolderKey(id, kid, publicKey, group, ownerId, owner, departmentId, regionCode, next, by, version);
    }
}
