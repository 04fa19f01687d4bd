package org.goufu.search.index;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goufu.search.Capability;
import org.goufu.search.Capability.Days;

/** A capability as the JSON that is indexed: dotted names become objects, days become ranges of epoch days. */
final class CapabilitySource {
    /** Stands for a document that is no more; a deletion would forget its version after a while. */
    static final Map<String, Object> TOMBSTONE = Map.of("deleted", true);

    private CapabilitySource() {}

    static Map<String, Object> of(Capability capability) {
        var source = new TreeMap<String, Object>();
        capability.terms().forEach((name, values) -> put(source, name, values));
        capability.numbers().forEach((name, value) -> put(source, name, value));
        capability.days().forEach((name, ranges) -> put(source, name, ranges(ranges)));
        return source;
    }

    private static List<Map<String, Long>> ranges(List<Days> days) {
        return days.stream().map(CapabilitySource::range).toList();
    }

    private static Map<String, Long> range(Days days) {
        var range = new TreeMap<String, Long>();
        if (days.from() != null) range.put("gte", days.from().toEpochDay());
        if (days.to() != null) range.put("lte", days.to().toEpochDay());
        return range;
    }

    private static void put(Map<String, Object> source, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            source.put(name, value);
            return;
        }
        @SuppressWarnings("unchecked")
        var inner = (Map<String, Object>) source.computeIfAbsent(name.substring(0, dot), outer -> new TreeMap<>());
        inner.put(name.substring(dot + 1), value);
    }
}
