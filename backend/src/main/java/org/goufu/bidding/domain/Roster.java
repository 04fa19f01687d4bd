package org.goufu.bidding.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Document;
import org.goufu.kernel.FieldProblem;

/**
 * With which of its groups a federation bids for a lot, and how the price is shared: hundredths of a percent that sum to the whole
 * (domain.md 2.4, I2), never an amount.
 *
 * @param ownShare what the federation performs itself
 * @param fee what it keeps for managing, disclosed
 * @param version 0 of one that was never saved
 */
public record Roster(UUID lot, UUID federation, int ownShare, int fee, List<Part> parts, long version) {
    /** The whole price. */
    public static final int WHOLE = 10_000;

    private static final int MOST_PARTS = 30;
    private static final int LONGEST = 1000;

    /**
     * What no law fixes and each installation sets, in hundredths of a percent.
     *
     * @param leastOwnShare what a federation must perform itself, so that the contract is not passed on to others as a whole
     *     (招标投标法 第48条; domain.md 2.4, I3)
     * @param mostFee the highest management fee (domain.md 2.4, 3)
     */
    public record Limits(int leastOwnShare, int mostFee) {}

    public Roster {
        parts = parts.stream()
                .sorted(Comparator.comparing(part -> part.group().toString()))
                .toList();
    }

    /** Fails with a {@link RosterProblem} that names the fields. */
    public static Roster prepared(
            UUID lot, UUID federation, int ownShare, int fee, List<Part> parts, long version, Limits limits) {
        var wrong = incomplete(parts);
        if (!wrong.isEmpty()) throw RosterProblem.PART_INCOMPLETE.raise(wrong);
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw RosterProblem.PARTS_MISSING.raise(
                    List.of(FieldProblem.of("/parts", "roster-parts", MOST_PARTS)), MOST_PARTS);
        }
        if (fee > limits.mostFee()) {
            throw RosterProblem.FEE_TOO_HIGH.raise(
                    List.of(FieldProblem.of("/fee", "roster-fee", percent(limits.mostFee()))),
                    percent(limits.mostFee()),
                    percent(fee));
        }
        if (ownShare < limits.leastOwnShare()) {
            throw RosterProblem.OWN_SHARE_TOO_SMALL.raise(
                    List.of(FieldProblem.of("/ownShare", "roster-own-share", percent(limits.leastOwnShare()))),
                    percent(limits.leastOwnShare()),
                    percent(ownShare));
        }
        long sum = (long) ownShare + fee + parts.stream().mapToLong(Part::share).sum();
        if (sum != WHOLE) {
            throw RosterProblem.SUM_WRONG.raise(
                    List.of(FieldProblem.of("/parts", "roster-sum", percent(sum))), percent(sum));
        }
        return new Roster(lot, federation, ownShare, fee, parts, version);
    }

    private static List<FieldProblem> incomplete(List<Part> parts) {
        var wrong = new ArrayList<FieldProblem>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var at = "/parts/" + i;
            if (!seen.add(part.group())) wrong.add(FieldProblem.of(at + "/group", "roster-group-twice"));
            if (isNoText(part.task())) wrong.add(FieldProblem.of(at + "/task", "roster-text", LONGEST));
            if (isNoText(part.deliverables())) wrong.add(FieldProblem.of(at + "/deliverables", "roster-text", LONGEST));
            if (part.share() < 1 || part.share() > WHOLE) wrong.add(FieldProblem.of(at + "/share", "roster-share"));
        }
        return wrong;
    }

    private static boolean isNoText(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    /** As people write it: 3250 is 32.5. */
    static String percent(long share) {
        return BigDecimal.valueOf(share, 2).stripTrailingZeros().toPlainString();
    }

    public List<UUID> groups() {
        return parts.stream().map(Part::group).toList();
    }

    public Optional<Part> part(UUID group) {
        return parts.stream().filter(part -> part.group().equals(group)).findFirst();
    }

    public String digest(Part part) {
        return part.digest(lot, federation, fee);
    }

    public Division division() {
        return new Division(
                document().hash(),
                ownShare,
                fee,
                groups(),
                parts.stream().map(Part::share).toList());
    }

    /** What an envelope is bound to: whoever changes a word of a part changes it. */
    public Document document() {
        return Document.of(Map.of(
                "format",
                "goufu-roster/1",
                "lot",
                lot,
                "federation",
                federation,
                "ownShare",
                ownShare,
                "fee",
                fee,
                "parts",
                parts.stream()
                        .map(part -> Map.of("group", part.group(), "part", digest(part), "share", part.share()))
                        .toList()));
    }
}
