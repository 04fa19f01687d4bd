package org.goufu.matching.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.goufu.matching.Phrase;

/**
 * What the record says, in words and as the things that say it.
 *
 * @param day since when it holds, or the day that was looked at when nothing is on record
 * @param citations on what it rests; empty when it rests on nothing being there
 */
public record Finding(Phrase text, LocalDate day, List<Citation> citations) {
    public Finding {
        citations = List.copyOf(citations);
    }

    static Finding nothing(Phrase text, Moment moment) {
        return new Finding(text, moment.day(), List.of());
    }

    static Finding of(Phrase text, LocalDate day, Citation citation) {
        return new Finding(text, day, List.of(citation));
    }

    /** It holds since the first day of what it cites. */
    static Finding of(Phrase text, Citation citation) {
        return of(text, Objects.requireNonNull(citation.from()), citation);
    }
}
