package org.goufu.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The three indices; their mappings lie in {@code search/<schema>.json}, a new file for every change. */
public enum SearchIndex {
    NOTICES("notices", "notices-v1"),
    ORGANIZATIONS("organizations", "organizations-v1"),
    CAPABILITIES("capabilities", "capabilities-v1");

    private final String word;
    private final String schema;

    SearchIndex(String word, String schema) {
        this.word = word;
        this.schema = schema;
    }

    /** The alias that searches ask. */
    public String alias(String prefix) {
        return prefix + "-" + word;
    }

    /** The alias on every index that takes news: two of them while one is being rebuilt. */
    String writing(String prefix) {
        return alias(prefix) + "-writing";
    }

    String schema() {
        return schema;
    }

    byte[] definition() {
        try {
            return new ClassPathResource("search/" + schema + ".json").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
