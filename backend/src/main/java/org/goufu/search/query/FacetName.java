package org.goufu.search.query;

import java.util.Locale;

/** What a list of notices can be narrowed by; each facet counts as if its own narrowing had not been made. */
enum FacetName {
    REGION,
    CATEGORY,
    METHOD,
    TYPE,
    STATUS,
    MONTH;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
