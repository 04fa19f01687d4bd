package org.goufu.organization.http;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goufu.kernel.Coded;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the places and services of which a history holds the codes. */
@Component
class CodeNames {
    private final Regions regions;
    private final ServiceCategories categories;

    CodeNames(Regions regions, ServiceCategories categories) {
        this.regions = regions;
        this.categories = categories;
    }

    /** By code; a code that is not known any more is left out. */
    Map<String, String> of(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        var names = new TreeMap<String, String>();
        Stream.of(before, after)
                .flatMap(this::coded)
                .filter(node -> !node.name().equals(node.code()))
                .forEach(node -> names.put(node.code(), node.name()));
        return names;
    }

    private Stream<Coded> coded(Map<String, @Nullable Object> items) {
        return Stream.of(text(items, "regionCode").map(regions::coded), value(items))
                .flatMap(found -> found);
    }

    /** What a fact is about says which tree its value is a code of. */
    private Stream<Coded> value(Map<String, @Nullable Object> items) {
        return text(items, "kind").flatMap(kind -> switch (kind) {
            case "PLACE" -> text(items, "value").map(regions::coded);
            case "CATEGORY", "EXPERIENCE" -> text(items, "value").map(categories::coded);
            default -> Stream.empty();
        });
    }

    private static Stream<String> text(Map<String, @Nullable Object> items, String item) {
        return Stream.ofNullable(items.get(item)).map(Objects::toString);
    }
}
