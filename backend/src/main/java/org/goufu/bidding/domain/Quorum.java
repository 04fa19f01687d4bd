package org.goufu.bidding.domain;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.seal.Keyset;

/**
 * How many of each group must give their share of a segment's key (security.md 3.6). The platform's own is not gathered: the time gate
 * gives it.
 */
public record Quorum(List<Group> groups) {

    /** @param k so many of these keys' shares are needed */
    public record Group(int k, Set<String> kids) {
        public Group {
            kids = Set.copyOf(kids);
        }

        private boolean has(Predicate<String> share) {
            return kids.stream().filter(share).count() >= k;
        }
    }

    public Quorum {
        groups = List.copyOf(groups);
    }

    public static Quorum of(Keyset keyset) {
        return new Quorum(keyset.groups().stream()
                .filter(group -> !group.id().equals(HolderGroup.PLATFORM.id()))
                .map(group -> new Group(
                        group.k(),
                        group.members().stream().map(Keyset.Member::kid).collect(Collectors.toSet())))
                .toList());
    }

    /**
     * Whether nobody is waited for: there are enough shares, or those who have not answered yet could not make them enough.
     *
     * @param given whose share was opened and given
     * @param answered who took part, whether or not the share could be opened
     */
    public boolean isSettled(Set<String> given, Set<String> answered) {
        return groups.stream().allMatch(group -> group.has(given::contains))
                || groups.stream().anyMatch(group -> !group.has(kid -> given.contains(kid) || !answered.contains(kid)));
    }
}
