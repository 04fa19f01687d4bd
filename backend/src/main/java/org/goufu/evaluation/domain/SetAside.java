package org.goufu.evaluation.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in seats that changed hands, and panels that had to be formed anew: it stays on record and counts nowhere (87号令
 * 第49条).
 */
public record SetAside(List<Review> reviews, List<Panel> panels, List<Renewal> renewals) {
    static final SetAside NOTHING = new SetAside(List.of(), List.of(), List.of());

    /** @param renewals nothing in an evaluation of before a panel could be renewed */
    public SetAside(List<Review> reviews, List<Panel> panels, @Nullable List<Renewal> renewals) {
        this.reviews = List.copyOf(reviews);
        this.panels = List.copyOf(panels);
        this.renewals = renewals == null ? List.of() : List.copyOf(renewals);
    }

    SetAside and(List<Review> more) {
        var all = new ArrayList<>(reviews);
        all.addAll(more);
        return new SetAside(all, panels, renewals);
    }

    SetAside and(Panel panel) {
        var all = new ArrayList<>(panels);
        all.add(panel);
        return new SetAside(reviews, all, renewals);
    }

    SetAside and(Renewal renewal) {
        var all = new ArrayList<>(renewals);
        all.add(renewal);
        return new SetAside(reviews, panels, all);
    }
}
