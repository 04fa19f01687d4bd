package org.goufu.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One ability with everything that decides whether its signer may offer it: a document of the capabilities index.
 *
 * @param id the legal person's id on the direct route, the mandate's id on the member route
 * @param bidderId the legal person that would sign
 * @param bodyId whose ability it is
 * @param version grows with every change of anything in it
 */
public record Capability(
        UUID id,
        UUID bidderId,
        UUID bodyId,
        long version,
        Map<String, List<String>> terms,
        Map<String, Long> numbers,
        Map<String, List<Days>> days) {

    /** A range of days, both ends included; null is open. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
        boolean contains(long epochDay) {
            return (from == null || from.toEpochDay() <= epochDay) && (to == null || epochDay <= to.toEpochDay());
        }
    }

    /** Reads a neutral filter in plain Java: what Elasticsearch must answer for this document. */
    public boolean satisfies(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> parts.stream().allMatch(this::satisfies);
            case Filter.Any(var parts) -> parts.stream().anyMatch(this::satisfies);
            case Filter.Not(var part) -> !satisfies(part);
            case Filter.Terms(var field, var values) ->
                terms.getOrDefault(field.name(), List.of()).stream().anyMatch(values::contains);
            case Filter.Range(var field, var min, var max) -> {
                var number = numbers.get(field.name());
                yield number != null && (min == null || min <= number) && (max == null || number <= max);
            }
            case Filter.Contains(var field, var day) ->
                days.getOrDefault(field.name(), List.of()).stream().anyMatch(range -> range.contains(day));
            case Filter.Exists(var field) ->
                switch (field.type()) {
                    case TERM -> !terms.getOrDefault(field.name(), List.of()).isEmpty();
                    case NUMBER -> numbers.containsKey(field.name());
                    case DAYS -> !days.getOrDefault(field.name(), List.of()).isEmpty();
                };
        };
    }
}
