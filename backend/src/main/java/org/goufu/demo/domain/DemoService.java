package org.goufu.demo.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that departments of the demo buy, with the words for its titles and texts. */
record DemoService(
        String category,
        List<String> buyers,
        List<String> titles,
        String audience,
        List<String> tasks,
        List<String> measures,
        @Nullable String licence,
        @Nullable String certificate) {

    /** All services of {@code demo/services.txt}. */
    static List<DemoService> all() {
        try (var file = DemoService.class.getResourceAsStream("/demo/services.txt")) {
            if (file == null) {
                throw new IllegalStateException("demo/services.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DemoService::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isBoughtBy(DemoDepartment department) {
        return buyers.stream().anyMatch(department.name()::contains);
    }

    private static DemoService read(String line) {
        var parts = line.split("\\|", -1);
        return new DemoService(
                parts[0],
                List.of(parts[1].split(",")),
                List.of(parts[2].split(";")),
                parts[3],
                List.of(parts[4].split(";")),
                List.of(parts[5].split(";")),
                parts[6].equals("-") ? null : parts[6],
                parts[7].equals("-") ? null : parts[7]);
    }
}
