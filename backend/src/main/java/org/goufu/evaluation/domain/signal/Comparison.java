package org.goufu.evaluation.domain.signal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of holding the bids of a lot against each other.
 *
 * @param bids how many were compared
 * @param priced whether their prices were, too
 * @param omitted signals beyond {@link #MOST}, which nobody would read
 */
public record Comparison(int bids, boolean priced, List<Signal> signals, int omitted) {
    public static final int MOST = 200;

    /** Of pairs, at which one stops to look for more of a kind. */
    static final int MOST_PAIRS = 100;

    public Comparison {
        signals = List.copyOf(signals);
    }

    /**
     * Takes seconds for hundreds of long bids.
     *
     * @param notice all its words: what bidders quote from it they share lawfully
     * @param textPercent how much of two answers must be the same
     */
    public static Comparison of(List<Compared> bids, String notice, int textPercent) {
        var written = bids.stream().map(Compared.Written::of).toList();
        var found = Stream.of(
                        People.shared(written),
                        Origin.shared(bids),
                        Contacts.shared(written, notice),
                        new Likeness(notice, textPercent).between(bids),
                        Files.shared(bids),
                        PriceSteps.of(bids),
                        ItemPrices.of(bids),
                        OtherNamed.in(written, notice))
                .flatMap(signals -> signals)
                .sorted(Comparator.comparing(Signal::kind))
                .toList();
        return new Comparison(
                bids.size(),
                bids.stream().anyMatch(bid -> bid.totalFen() != null),
                found.subList(0, Math.min(MOST, found.size())),
                Math.max(0, found.size() - MOST));
    }
}
