package org.goufu.evaluation.domain;

import java.util.Collection;
import java.util.List;

/**
 * Members of the panel who have the name of somebody that speaks for a bidder, and why the proposer is certain that they are others. A name
 * alone proves no relation (实施条例 第9条); what was found out about it is on record.
 */
public record Namesakes(List<String> names, String reason) {
    public Namesakes {
        names = List.copyOf(names);
    }

    /** Whether all of these were looked into. */
    public boolean explain(Collection<String> found) {
        return !reason.isBlank() && names.containsAll(found);
    }
}
