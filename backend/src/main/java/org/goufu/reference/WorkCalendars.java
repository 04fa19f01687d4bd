package org.goufu.reference;

/** Gives the calendar as it is loaded now: operators load the next year while the platform runs, so nobody keeps it. */
public interface WorkCalendars {
    WorkCalendar current();
}
