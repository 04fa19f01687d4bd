package org.goufu.evaluation.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in seats that changed hands, and panels that had to be formed anew: it stays on record and counts nowhere (87号令
 * 第49条).
 */
public record SetAside(List<Review> reviews, List<Panel> panels) {
    static final SetAside NOTHING = new SetAside(List.of(), List.of());

    public SetAside {
        reviews = List.copyOf(reviews);
        panels = List.copyOf(panels);
    }

    SetAside and(List<Review> more) {
        var all = new ArrayList<>(reviews);
        all.addAll(more);
        return new SetAside(all, panels);
    }

    SetAside and(Panel panel) {
        var all = new ArrayList<>(panels);
        all.add(panel);
        return new SetAside(reviews, all);
    }
}
