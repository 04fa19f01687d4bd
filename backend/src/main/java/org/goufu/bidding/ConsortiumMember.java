package org.goufu.bidding;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One of those who bid together (联合体), as it stands in the agreement that all of them signed.
 *
 * @param work its part of the work
 * @param share of the price, in hundredths of a percent
 */
public record ConsortiumMember(UUID id, String name, String work, int share) {

    /** As notices name a consortium: all its members, the lead first. */
    public static String named(List<ConsortiumMember> members) {
        return members.stream().map(ConsortiumMember::name).collect(Collectors.joining("、", "", "（联合体）"));
    }
}
