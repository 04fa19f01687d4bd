package org.goufu.evaluation.domain;

import java.util.List;
import java.util.UUID;

/**
 * A panel that is wanted.
 *
 * @param candidates of whom the experts are drawn
 */
public record PanelWish(int experts, boolean weighty, List<UUID> candidates, List<Panel.Member> representatives) {
    public PanelWish {
        candidates = List.copyOf(candidates);
        representatives = List.copyOf(representatives);
    }
}
