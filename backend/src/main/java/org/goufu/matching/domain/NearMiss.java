package org.goufu.matching.domain;

import java.util.Objects;

/** A body that fits a lot and to which one thing is missing. */
public record NearMiss(Match match, Verdict missing) {

    /** What is missing is not met, so there is one. */
    public Remedy remedy() {
        return Objects.requireNonNull(missing.remedy());
    }
}
