package org.goufu.demo.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.demo.DemoPlan;

/** Draws everything that is left to chance in the demo; one purpose, one pair of dice. */
public final class Dice {
    private static final int PLATFORM_YEARS = 3;
    private static final int OFFICE_OPENS = 9 * 60;
    private static final int OFFICE_CLOSES = 17 * 60 + 30;

    private final RandomGenerator random;
    private final LocalDate today;

    private Dice(RandomGenerator random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    public static Dice of(DemoPlan plan, String purpose) {
        return new Dice(plan.random(purpose), plan.firstDay());
    }

    /** The day of the first load. */
    public LocalDate today() {
        return today;
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public double fraction() {
        return random.nextDouble();
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Both ends included. */
    public LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1));
    }

    /** A day between so many days ago and so many days ago. */
    public LocalDate daysAgo(int least, int most) {
        return today.minusDays(between(least, most));
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** So many different ones, or all when there are fewer, in random order. */
    public <T> List<T> some(List<T> choices, int count) {
        var left = new ArrayList<>(choices);
        var some = new ArrayList<T>(count);
        while (some.size() < count && !left.isEmpty()) {
            some.add(left.remove(random.nextInt(left.size())));
        }
        return some;
    }

    /** When the platform learnt of what holds from that day on: some office hour soon after, never on the day of the load or later. */
    public Instant learnt(LocalDate from) {
        var opened = today.minusYears(PLATFORM_YEARS);
        var day = (from.isBefore(opened) ? opened : from).plusDays(between(1, 12));
        var yesterday = today.minusDays(1);
        return DemoPlan.at(day.isAfter(yesterday) ? yesterday : day, officeHour());
    }

    public LocalTime officeHour() {
        return LocalTime.ofSecondOfDay(between(OFFICE_OPENS, OFFICE_CLOSES) * 60L + between(0, 59));
    }

    public UUID id(Instant at) {
        return DemoPlan.id(at, random);
    }
}
