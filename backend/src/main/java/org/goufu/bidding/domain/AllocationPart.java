package org.goufu.bidding.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The sealed segment {@code allocation} (goufu-allocation/1) as it is read at the opening: who does what for how much. In a
 * consortium the bidder is the lead, there is no fee, and the parts are the other members'.
 *
 * @param rosterHash of the roster to which the groups consented, as in the envelope's core
 * @param ownFen what the federation performs itself
 * @param feeFen what it keeps for managing
 */
public record AllocationPart(String rosterHash, int ownShare, long ownFen, int fee, long feeFen, List<Amount> parts) {
    public static final String FORMAT = "goufu-allocation/1";

    /** One group's part in money. */
    public record Amount(UUID group, int share, long fen) {}

    /** What is wrong with it; each makes the bid invalid. */
    public enum Fault {
        /** It is not what this segment contains. */
        UNREADABLE,
        /** It is of another roster than the envelope, or names other groups or shares than the roster. */
        OTHER_ROSTER,
        /** The amounts do not sum to the price (domain.md 2.4, I2). */
        SUM_WRONG,
        /** An amount is not what its share comes to. */
        AMOUNT_WRONG,
        /** A group's amount is above what its mandate allows. */
        MANDATE_EXCEEDED
    }

    public AllocationPart {
        parts = List.copyOf(parts);
    }

    /**
     * Holds it against the price and against what was consented to; the first fault, and empty when there is none.
     *
     * @param rosterHash of the envelope's core
     * @param agreed to what the groups consented, or what the members of a consortium signed
     * @param capsFen the highest amount of each group's mandate that stood at the deadline; a group without one has none to spend
     */
    public Optional<Fault> check(long priceFen, String rosterHash, Division agreed, Map<UUID, Long> capsFen) {
        if (!isOf(rosterHash, agreed)) return Optional.of(Fault.OTHER_ROSTER);
        if (priceFen < 0 || sum() != priceFen) return Optional.of(Fault.SUM_WRONG);
        if (!amounts().equals(Allocation.of(priceFen, shares()))) return Optional.of(Fault.AMOUNT_WRONG);
        var exceeded = parts.stream().anyMatch(part -> part.fen() > capsFen.getOrDefault(part.group(), 0L));
        return exceeded ? Optional.of(Fault.MANDATE_EXCEEDED) : Optional.empty();
    }

    private boolean isOf(String wanted, Division agreed) {
        return rosterHash.equals(wanted)
                && agreed.hash().equals(wanted)
                && ownShare == agreed.ownShare()
                && fee == agreed.fee()
                && parts.stream().map(Amount::group).toList().equals(agreed.bodies())
                && parts.stream().map(Amount::share).toList().equals(agreed.shares());
    }

    /** Exact also for amounts that no price can reach. */
    private long sum() {
        try {
            return amounts().stream().reduce(0L, Math::addExact);
        } catch (ArithmeticException beyond) {
            return -1;
        }
    }

    /** The federation first, then its fee, then the groups in the roster's order: as the browser divided the price. */
    private List<Integer> shares() {
        return Stream.concat(Stream.of(ownShare, fee), parts.stream().map(Amount::share))
                .toList();
    }

    private List<Long> amounts() {
        return Stream.concat(Stream.of(ownFen, feeFen), parts.stream().map(Amount::fen))
                .toList();
    }
}
