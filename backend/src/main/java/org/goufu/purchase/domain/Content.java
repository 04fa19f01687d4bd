package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.purchase.Contact;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory;
import org.jspecify.annotations.Nullable;

/**
 * What a department has written so far; whatever is there is well-formed, but a draft may lack any of it.
 *
 * @param stagedOpening true where prices stay sealed until everything else is scored
 * @param acceptsConsortium true where legal persons may bid together (政府采购法 第24条)
 * @param supervisedOpening true where a supervisor opens with the department and the platform
 * @param lowPrice ratios of the abnormally low price that are not the lawful ones
 * @param statutory what a statutory method asks for besides
 */
public record Content(
        @Nullable String title,
        @Nullable ProcurementMethod method,
        @Nullable String regionCode,
        @Nullable String description,
        List<LotContent> lots,
        @Nullable Instant bidDeadline,
        @Nullable Instant openingAt,
        @Nullable Contact contact,
        @Nullable Boolean stagedOpening,
        @Nullable Boolean acceptsConsortium,
        @Nullable Boolean supervisedOpening,
        @Nullable LowPriceRatios lowPrice,
        @Nullable Statutory statutory) {

    public Content {
        lots = List.copyOf(lots);
    }

    /** Its statutory part, of which everything may be missing. */
    public Statutory statutoryOrNothing() {
        return statutory == null ? Statutory.NOTHING : statutory;
    }

    /** Whether every lot says what it may cost. */
    boolean isBudgeted() {
        return !lots.isEmpty() && lots.stream().allMatch(lot -> lot.budgetFen() != null);
    }

    /** Of all lots together, in fen. */
    public long budgetFen() {
        return lots.stream()
                .map(LotContent::budgetFen)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What a correction makes of it: what it says over what stood there, and what it does not say stays. */
    Content over(Content said) {
        var all = IntStream.range(0, lots.size())
                .mapToObj(i -> said.lots().isEmpty()
                        ? lots.get(i)
                        : lots.get(i).over(said.lots().get(i)))
                .toList();
        return new Content(
                or(said.title(), title),
                or(said.method(), method),
                or(said.regionCode(), regionCode),
                or(said.description(), description),
                all,
                or(said.bidDeadline(), bidDeadline),
                or(said.openingAt(), openingAt),
                or(said.contact(), contact),
                or(said.stagedOpening(), stagedOpening),
                or(said.acceptsConsortium(), acceptsConsortium),
                or(said.supervisedOpening(), supervisedOpening),
                or(said.lowPrice(), lowPrice),
                statutory == null || said.statutory() == null
                        ? or(said.statutory(), statutory)
                        : statutory.over(said.statutory()));
    }

    public Content withLowPrice(@Nullable LowPriceRatios ratios) {
        return new Content(
                title,
                method,
                regionCode,
                description,
                lots,
                bidDeadline,
                openingAt,
                contact,
                stagedOpening,
                acceptsConsortium,
                supervisedOpening,
                ratios,
                statutory);
    }

    static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }

    /** The failed lots whose second runs these are. */
    public List<UUID> repeated() {
        return lots.stream().map(LotContent::repeats).filter(Objects::nonNull).toList();
    }

    /** Everything in which a rule of wording could be broken, with its pointer. */
    Stream<Wording> wordings() {
        var own = Stream.of(
                new Wording("/title", title, Place.TITLE), new Wording("/description", description, Place.DESCRIPTION));
        var ofLots = Stream.iterate(0, i -> i + 1)
                .limit(lots.size())
                .flatMap(i -> lots.get(i).wordings("/lots/" + i));
        return Stream.concat(own, ofLots).filter(wording -> wording.text() != null);
    }

    /** What kind of text it is: the same words may be lawful in a description and a condition in a requirement. */
    enum Place {
        TITLE,
        DESCRIPTION,
        REQUIREMENT,
        CRITERION
    }

    /** One text of a draft. */
    record Wording(String pointer, @Nullable String text, Place place) {}
}
