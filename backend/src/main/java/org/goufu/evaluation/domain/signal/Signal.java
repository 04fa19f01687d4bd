package org.goufu.evaluation.domain.signal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that bids of different bidders have in common and should not.
 *
 * @param bids those that have it, two or more
 * @param arguments what was found, for the text of its kind
 * @param excerpt words that stand in both bids; else null
 */
public record Signal(
        Kind kind,
        List<UUID> bids,
        List<String> arguments,
        @Nullable String excerpt) {

    /** What is looked for, in the order of the article. */
    public enum Kind {
        /** One person signed for several bidders. */
        SAME_HANDLER(2),
        /** They were given from one network address. */
        SAME_ORIGIN(2),
        /** One name among those who lead, handle or answer for them. */
        SAME_PERSON(3),
        SAME_PHONE(3),
        SAME_EMAIL(3),
        /** One number of an identity card. */
        SAME_IDENTITY(3),
        /** Answers to a criterion that are alike beyond the words of the notice. */
        SIMILAR_TEXT(4),
        /** Byte for byte. */
        SAME_FILE(4),
        /** Equal steps from price to price. */
        PRICES_IN_STEPS(4),
        /** Each price is the same multiple of the one before. */
        PRICES_IN_RATIO(4),
        /** The same amount for every item. */
        SAME_ITEM_PRICES(4),
        /** Every item of one is dearer by the same amount. */
        ITEMS_ONE_STEP(4),
        /** Every item of one is the same multiple of the other's. */
        ITEMS_ONE_RATIO(4),
        /** One bid speaks of the other bidder, as if a page had been left in it. */
        OTHER_NAMED(5);

        private final int clause;

        Kind(int clause) {
            this.clause = clause;
        }

        /** Which of the six clauses of the article it is evidence for. */
        public int clause() {
            return clause;
        }

        /** Not for anybody who must not know prices yet. */
        public boolean isOfPrices() {
            return switch (this) {
                case PRICES_IN_STEPS, PRICES_IN_RATIO, SAME_ITEM_PRICES, ITEMS_ONE_STEP, ITEMS_ONE_RATIO -> true;
                default -> false;
            };
        }
    }

    public Signal {
        bids = List.copyOf(bids);
        arguments = List.copyOf(arguments);
    }

    static Signal of(Kind kind, List<UUID> bids, String... arguments) {
        return new Signal(kind, bids, List.of(arguments), null);
    }
}
