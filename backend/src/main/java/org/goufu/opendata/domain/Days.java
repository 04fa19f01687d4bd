package org.goufu.opendata.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of days as stretches of them; stretches may overlap. */
public record Days(List<Stretch> stretches) {
    public static final Days NONE = new Days(List.of());

    public Days {
        stretches = List.copyOf(stretches);
    }

    /** @param until the first day that is not in it any more, null when it has no end */
    public record Stretch(LocalDate from, @Nullable LocalDate until) {}

    /** With the days from the first one up to, but not including, the last one; an empty stretch adds nothing. */
    public Days and(LocalDate from, @Nullable LocalDate until) {
        if (until != null && !until.isAfter(from)) return this;
        var more = new ArrayList<>(stretches);
        more.add(new Stretch(from, until));
        return new Days(more);
    }

    public boolean contains(LocalDate day) {
        return stretches.stream()
                .anyMatch(stretch ->
                        !day.isBefore(stretch.from) && (stretch.until == null || day.isBefore(stretch.until)));
    }
}
