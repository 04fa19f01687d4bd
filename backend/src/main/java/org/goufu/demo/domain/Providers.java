package org.goufu.demo.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who could have done the work of a past purchase: the registered bodies of each county, by what they do. */
public record Providers(Map<String, List<Provider>> ofCounty) {
    /** Codes of one field begin alike so far. */
    private static final int FIELD = 5;

    public Providers {
        ofCounty = Map.copyOf(ofCounty);
    }

    public record Provider(String name, LocalDate foundedOn, Set<String> categories) {
        boolean does(String category) {
            return categories.stream().anyMatch(code -> field(code).equals(field(category)));
        }
    }

    /** The given name stands for one of the county that stood on that day, always the same; it stays where there is none. */
    String of(String county, String category, LocalDate on, String name) {
        var able = ofCounty.getOrDefault(county, List.of()).stream()
                .filter(provider -> provider.foundedOn().isBefore(on) && provider.does(category))
                .toList();
        return able.isEmpty()
                ? name
                : able.get(Math.floorMod(name.hashCode(), able.size())).name();
    }

    private static String field(String code) {
        return code.substring(0, Math.min(FIELD, code.length()));
    }
}
