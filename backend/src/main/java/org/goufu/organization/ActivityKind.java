package org.goufu.organization;

/** What an activity of a community organization was for: the four kinds in which Sichuan files groups (domain.md 2.3). */
public enum ActivityKind {
    LIFE,
    AFFAIRS,
    CULTURE,
    CHARITY;

    /** Whether it served others: everything but culture and sport among the members themselves (domain.md 7.5). */
    public boolean servesOthers() {
        return this != CULTURE;
    }
}
