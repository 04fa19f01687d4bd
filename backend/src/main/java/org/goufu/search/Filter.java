package org.goufu.search;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A neutral question about capabilities: {@code matching} composes it, {@code search} translates it into an Elasticsearch query,
 * and {@link Capability#satisfies} reads it in plain Java, so that a test can hold both readings equal.
 */
public sealed interface Filter {
    /** Every part holds; true when there is none. */
    record All(List<Filter> parts) implements Filter {}

    /** At least one part holds; false when there is none. */
    record Any(List<Filter> parts) implements Filter {}

    record Not(Filter part) implements Filter {}

    /** The field has one of the values. */
    record Terms(CapabilityField field, List<String> values) implements Filter {}

    /** The number field lies between the bounds, both included; null is unbounded. */
    record Range(
            CapabilityField field,
            @Nullable Long min,
            @Nullable Long max) implements Filter {}

    /** One of the field's date ranges contains the day (epoch days). */
    record Contains(CapabilityField field, long epochDay) implements Filter {}

    /** The field has any value. */
    record Exists(CapabilityField field) implements Filter {}

    static Filter all(Filter... parts) {
        return new All(List.of(parts));
    }

    static Filter all(Collection<? extends Filter> parts) {
        return new All(List.copyOf(parts));
    }

    static Filter any(Filter... parts) {
        return new Any(List.of(parts));
    }

    static Filter not(Filter part) {
        return new Not(part);
    }

    static Filter term(CapabilityField field, String value) {
        return new Terms(field, List.of(value));
    }

    static Filter terms(CapabilityField field, Collection<String> values) {
        return new Terms(field, List.copyOf(values));
    }
}
