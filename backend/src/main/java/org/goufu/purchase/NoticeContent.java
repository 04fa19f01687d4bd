package org.goufu.purchase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;

/**
 * What a published notice says: its canonical JSON is what the digest is taken of.
 *
 * @param formatCode the exact official form, N01 to P06 (domain.md 1.6)
 * @param summary who buys what, in one plain sentence
 * @param official where the statutory medium published it; null below the purchase limit, where Goufu is native
 * @param stagedOpening true where prices stay sealed until everything else is scored; absent otherwise
 * @param acceptsConsortium true where legal persons may bid together (政府采购法 第24条); absent otherwise
 * @param supervisedOpening true where a supervisor opens with the department and the platform; absent otherwise
 * @param lowPrice below what a price is asked about, where the purchaser raised it; absent where the lawful ratios hold
 * @param sections the official form, heading by heading, in the language of the law
 * @param corrects what a correction corrects; it says what holds from then on whole, so that a bid can name one text. Absent otherwise
 * @param elsewhere of a result whose bids were given and judged on the statutory medium; absent otherwise
 */
public record NoticeContent(
        String number,
        UUID purchaseId,
        String purchaseNumber,
        NoticeType type,
        String formatCode,
        String title,
        String summary,
        Named department,
        String regionCode,
        ProcurementMethod method,
        long amountFen,
        Instant publishedAt,
        @Nullable Instant deadline,
        @Nullable Instant openingAt,
        @Nullable Official official,
        String description,
        Contact contact,
        List<Lot> lots,
        List<Section> sections,
        @Nullable Boolean stagedOpening,
        @Nullable Boolean acceptsConsortium,
        @Nullable Boolean supervisedOpening,
        @Nullable LowPriceRatios lowPrice,
        @Nullable Corrected corrects,
        @Nullable Elsewhere elsewhere) {

    public NoticeContent {
        lots = List.copyOf(lots);
        sections = List.copyOf(sections);
    }

    /** Reference to the statutory medium (domain.md 1.6, publication rule). */
    public record Official(String medium, String url, String noticeId, Instant publishedAt) {}

    /** A lot for which no bid was given here: there is nothing to verify of it but its notices (product.md 12, decision 54). */
    public record Elsewhere(UUID lotId, String lotTitle) {}

    /** The call whose lot ended because too few came, so that two bids suffice now (domain.md 1.9). */
    public record Repeats(UUID lotId, UUID noticeId, String number) {}

    /**
     * What was corrected.
     *
     * @param noticeId of the call, however often it was corrected before
     * @param number of the call
     * @param publishedAt when the call was published first
     * @param digest of the text that held until then, SHA-256 in hexadecimal digits
     * @param reason why, in the department's words
     * @param deadline until then
     */
    public record Corrected(
            UUID noticeId,
            String number,
            Instant publishedAt,
            String digest,
            String reason,
            Instant deadline,
            List<Item> items) {
        public Corrected {
            items = List.copyOf(items);
        }
    }

    /** One line of 更正内容: what it said and what it says, each null where there was or is nothing. */
    public record Item(
            String label, @Nullable String before, @Nullable String after) {}

    /**
     * A lot as the notice shows it.
     *
     * @param repeats absent unless it is a second run
     */
    public record Lot(
            UUID id,
            int number,
            String title,
            String categoryCode,
            List<String> serviceRegionCodes,
            long budgetFen,
            String description,
            List<Requirement> requirements,
            List<Criterion> criteria,
            @Nullable Repeats repeats) {

        public Lot {
            serviceRegionCodes = List.copyOf(serviceRegionCodes);
            requirements = List.copyOf(requirements);
            criteria = List.copyOf(criteria);
        }
    }

    /** One heading of an official form. */
    public record Section(String heading, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /** One line of an official form. */
    public record Field(String label, String value) {}

    /** When the call was published, for a call that was corrected the first time. */
    public Instant firstPublishedAt() {
        return corrects == null ? publishedAt : corrects.publishedAt();
    }

    /** All words that a reader could search for, the title apart. */
    public String searchable() {
        var words = new StringBuilder(summary).append('\n').append(description);
        for (var lot : lots) {
            words.append('\n').append(lot.title()).append('\n').append(lot.description());
            lot.requirements().stream()
                    .map(Requirement::text)
                    .filter(text -> text != null)
                    .forEach(text -> words.append('\n').append(text));
        }
        sections.stream()
                .flatMap(section -> section.fields().stream())
                .map(Field::value)
                .filter(value -> !description.contains(value))
                .forEach(value -> words.append('\n').append(value));
        return words.toString();
    }
}
