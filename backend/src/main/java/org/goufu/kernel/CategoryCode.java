package org.goufu.kernel;

import java.util.List;
import java.util.regex.Pattern;

/** A code of the guiding catalogue of services: {@code A}, {@code A04}, {@code A0402} or {@code A0402-01} (domain.md 5). */
public record CategoryCode(String value) {
    private static final Prefixes TREE = new Prefixes(1, 3, 5, 8);
    private static final Pattern FORM = Pattern.compile("[AB](\\d{2}(\\d{2}(-\\d{2})?)?)?");

    public CategoryCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a service category code: " + value);
        }
    }

    /** 1 to 4. */
    public int level() {
        return TREE.level(value);
    }

    /** From the top down to this node, itself included. */
    public List<String> path() {
        return TREE.path(value);
    }

    /** Whether the other node is this one or lies under it. */
    public boolean covers(CategoryCode other) {
        return other.value.startsWith(value);
    }

    /** The same node, an ancestor or a descendant: what product.md calls a fitting category. */
    public boolean touches(CategoryCode other) {
        return covers(other) || other.covers(this);
    }
}
