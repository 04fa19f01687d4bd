package org.goufu.bidding.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.domain.seal.Keyset.Group;
import org.goufu.bidding.domain.seal.Keyset.Member;

/**
 * Which groups must open a lot's bids together (security.md, decisions): below the purchase limit one person of the department and the
 * platform's time gate, and a supervisor where the department wants one; above it two persons of the department, the gate, and a supervisor.
 *
 * <p>Everywhere one more person than needed must have a key: somebody falls ill, or loses a file.
 */
public record HolderGroups(boolean belowLimit, boolean supervisionWanted) {
    private static final int MOST = 20;

    /** The same groups as in a document that stands: what its department wishes by now is for lots to come. */
    public static HolderGroups asIn(Keyset standing, boolean belowLimit) {
        var supervision = HolderGroup.SUPERVISION.id();
        return new HolderGroups(
                belowLimit,
                standing.groups().stream().anyMatch(group -> group.id().equals(supervision)));
    }

    /**
     * Those keys of a document that would not stand in one of today: revoked, or their owner has a newer one. A colleague who got his first
     * key meanwhile is no reason to seal anew.
     */
    public static List<String> gone(
            Keyset standing, List<HolderKey> department, List<HolderKey> supervision, byte[] platform) {
        var holding = new HashSet<String>();
        holding.add(Member.of(platform).kid());
        department.forEach(key -> holding.add(key.kid()));
        supervision.forEach(key -> holding.add(key.kid()));
        return standing.kids().stream().filter(kid -> !holding.contains(kid)).toList();
    }

    /** How many people still need a key before bids can be sealed. */
    public record Lacking(long department, long supervision) {
        public long people() {
            return department + supervision;
        }
    }

    public Lacking lacking(List<HolderKey> department, List<HolderKey> supervision) {
        return new Lacking(
                Math.max(0, departmentNeeds() - people(department)),
                // A supervision group of one person is what many counties have.
                needsSupervision() ? Math.max(0, 1 - people(supervision)) : 0);
    }

    /** Fails with {@code holder/keyset-missing} or {@code holder/supervision-missing} while too few people have keys. */
    public Keyset of(List<HolderKey> department, List<HolderKey> supervision, byte[] platform) {
        var lacking = lacking(department, supervision);
        if (lacking.department() > 0) throw HolderProblem.KEYSET_MISSING.raise(lacking.department());
        if (lacking.supervision() > 0) throw HolderProblem.SUPERVISION_MISSING.raise();
        var groups = new ArrayList<Group>();
        groups.add(group(HolderGroup.DEPARTMENT, belowLimit ? 1 : 2, department));
        groups.add(new Group(HolderGroup.PLATFORM.id(), 1, List.of(Member.of(platform))));
        if (needsSupervision()) groups.add(group(HolderGroup.SUPERVISION, 1, supervision));
        return new Keyset(groups);
    }

    /** How many persons of the department must have a key. */
    public int departmentNeeds() {
        return belowLimit ? 2 : 3;
    }

    private boolean needsSupervision() {
        return !belowLimit || supervisionWanted;
    }

    /** Two keys of one person are no two persons. */
    private static long people(List<HolderKey> keys) {
        return keys.stream().map(HolderKey::ownerId).distinct().count();
    }

    private static Group group(HolderGroup group, int k, List<HolderKey> keys) {
        return new Group(
                group.id(),
                k,
                keys.stream().limit(MOST).map(key -> Member.of(key.publicKey())).toList());
    }
}
