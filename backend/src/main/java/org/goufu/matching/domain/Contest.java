package org.goufu.matching.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.federation.Membership;
import org.goufu.matching.Conflicts.Declaration;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.DepartmentView;

/**
 * Everything that the conflict rules look at: who wants to bid for a lot, and what is on record or declared about them.
 *
 * @param memberships of all who take part
 */
public record Contest(
        DepartmentView department,
        List<Bidding> biddings,
        List<Membership> memberships,
        List<Declaration> declarations,
        Moment moment) {

    /** One intended bid; see {@link org.goufu.matching.Conflicts.Intention}. */
    public record Bidding(BodyProfile bidder, List<BodyProfile> members, boolean consortium) {
        public Bidding {
            members = List.copyOf(members);
        }

        /** Who would sign: the bidder, and the other members of a consortium. */
        Stream<BodyProfile> signers() {
            return consortium ? Stream.concat(Stream.of(bidder), members.stream()) : Stream.of(bidder);
        }

        public Stream<BodyProfile> everybody() {
            return Stream.concat(Stream.of(bidder), members.stream());
        }
    }

    /** Two bids in one contest, each pair once. */
    record Pair(Bidding one, Bidding other) {}

    public Contest {
        biddings = List.copyOf(biddings);
        memberships = List.copyOf(memberships);
        declarations = List.copyOf(declarations);
    }

    Stream<Pair> pairs() {
        return Stream.iterate(0, i -> i < biddings.size(), i -> i + 1)
                .flatMap(i -> biddings.stream().skip(i + 1L).map(other -> new Pair(biddings.get(i), other)));
    }

    Stream<BodyProfile> signers() {
        return biddings.stream().flatMap(Bidding::signers);
    }

    boolean isMember(BodyProfile member, BodyProfile federation) {
        return federationsOf(member).anyMatch(federation.id()::equals);
    }

    /** In which the body stands at the moment. */
    Stream<UUID> federationsOf(BodyProfile body) {
        return memberships.stream()
                .filter(membership -> membership.memberId().equals(body.id()))
                .filter(membership -> membership.standsOn(moment.day(), moment.known()))
                .map(Membership::federationId);
    }

    boolean isDeclared(Declaration.Kind kind, BodyProfile about) {
        return declarations.stream()
                .anyMatch(
                        declared -> declared.kind() == kind && declared.about().equals(about.id()));
    }

    boolean controls(BodyProfile one, BodyProfile other) {
        return declarations.stream()
                .anyMatch(declared -> declared.kind() == Declaration.Kind.CONTROLS
                        && declared.about().equals(one.id())
                        && other.id().equals(declared.other()));
    }
}
