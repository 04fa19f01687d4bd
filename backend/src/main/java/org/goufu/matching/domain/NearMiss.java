package org.goufu.matching.domain;

/** A body that fits a lot and to which one thing is missing. */
public record NearMiss(Match match, Verdict missing) {}
