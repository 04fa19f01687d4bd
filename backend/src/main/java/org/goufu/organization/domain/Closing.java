package org.goufu.organization.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;

/** Facts that end on a day with nothing after them: what is withdrawn, and what is added with its end. */
public record Closing(List<RecordedFact> withdrawn, List<RecordedFact> added) {

    public Closing {
        withdrawn = List.copyOf(withdrawn);
        added = List.copyOf(added);
    }

    /** What has ended by then stays as it is; what would begin later is withdrawn. */
    public static Closing of(List<RecordedFact> facts, LocalDate lastDay, Actor by, Instant now) {
        var withdrawn = new ArrayList<RecordedFact>();
        var added = new ArrayList<RecordedFact>();
        for (var fact : facts) {
            if (fact.to() != null && !fact.to().isAfter(lastDay)) continue;
            withdrawn.add(fact);
            if (!fact.from().isAfter(lastDay)) added.add(ending(fact, lastDay, by, now));
        }
        return new Closing(withdrawn, added);
    }

    private static RecordedFact ending(RecordedFact fact, LocalDate lastDay, Actor by, Instant now) {
        return new RecordedFact(
                Ids.next(),
                fact.bodyId(),
                fact.kind(),
                fact.value(),
                fact.number(),
                fact.from(),
                lastDay,
                now,
                null,
                fact.source(),
                fact.origin(),
                fact.evidenceId(),
                by.accountId(),
                by.displayName(),
                null);
    }
}
