package org.goufu.organization.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.organization.FilingWish;
import org.jspecify.annotations.Nullable;

/**
 * The filing of a group, from the application to its end; each act answers with the next state (domain.md 7.5).
 *
 * @param id of the group too, once it is filed
 * @param version grows with every act
 */
public record Filing(UUID id, FilingRecord record, Standing standing, FilingCourse course, long version) {
    /** So long before its last day a filing can be confirmed. */
    public static final int CONFIRMABLE_DAYS = 90;

    /** A group that did nothing for so long is dormant (domain.md 7.5). */
    public static final int DORMANT_MONTHS = 12;

    private static final int COUNTY = 3;
    private static final int STREET = 4;
    private static final int COMMUNITY = 5;
    private static final int LONGEST_REASON = 500;
    /** Where an act's request says why. */
    private static final String WHY = "/reason";

    /** Where an opinion or a wish stands. */
    private static final String SAID = "/text";

    /**
     * @param number given once, when the group is filed
     * @param validTo the last day, unless the filing is confirmed before
     */
    public record Standing(
            FilingState state,
            @Nullable String number,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate validTo) {

        static final Standing NEW = new Standing(FilingState.APPLIED, null, null, null);

        Standing in(FilingState next) {
            return new Standing(next, number, filedOn, validTo);
        }
    }

    public static Filing applied(UUID id, Actor actor, FilingRecord record) {
        writer(actor);
        return new Filing(id, record, Standing.NEW, FilingCourse.begunBy(actor), 0);
    }

    public FilingState state() {
        return standing.state;
    }

    public RegionCode community() {
        return new RegionCode(record.communityCode());
    }

    public RegionCode street() {
        return community().upTo(STREET);
    }

    /** Fails with {@code filing/not-found} for everybody but the registrars above the group and its own contact. */
    public Filing seenBy(Actor actor) {
        boolean seen = actor.is(Role.REGISTRAR)
                ? actor.region().covers(community())
                : Objects.equals(actor.organizationId(), id);
        if (!seen) {
            throw FilingProblem.NOT_FOUND.raise();
        }
        return this;
    }

    /**
     * Before it is submitted the community or the street amends it; of a filed group the street alone changes the record, and with it
     * settles what the group asked for.
     */
    public Filing change(Actor actor, FilingRecord next) {
        seenBy(actor);
        if (state().isAlive()) {
            street(actor);
            return new Filing(id, next, standing, course.asked(null), version);
        }
        expect(FilingState.APPLIED);
        writer(actor);
        var again = new FilingCourse(actor.accountId(), actor.displayName(), null, course.returned(), null);
        return new Filing(id, next, standing, again, version);
    }

    /** Fails with {@code filing/incomplete} naming what the place's rule asks for and the record lacks. */
    public Filing submit(Actor actor, FilingRule rule) {
        seenBy(actor);
        expect(FilingState.APPLIED);
        writer(actor);
        rule.check(record);
        // Where a street has no communities there is nobody to ask.
        var next = community().level() == COMMUNITY ? FilingState.COMMUNITY_OPINION : FilingState.STREET_REVIEW;
        return new Filing(id, record, standing.in(next), FilingCourse.begunBy(actor), version);
    }

    /** Supporting or not, it goes on: an opinion does not decide. */
    public Filing opinion(Actor actor, boolean supports, String text, LocalDate today) {
        seenBy(actor);
        expect(FilingState.COMMUNITY_OPINION);
        if (actor.region().level() != COMMUNITY) {
            throw FilingProblem.COMMUNITY_ONLY.raise();
        }
        var said = new FilingCourse.Opinion(
                supports, supports ? text.strip() : reason(SAID, text), actor.displayName(), today);
        return next(FilingState.STREET_REVIEW, course.with(said));
    }

    /** Fails with {@code filing/same-person} for whoever wrote the application: nobody files what he wrote himself. */
    public Filing approve(Actor actor, FilingRule rule, String number, LocalDate today) {
        decide(actor);
        rule.check(record);
        var validTo = today.plusYears(rule.validityYears()).minusDays(1);
        return new Filing(id, record, new Standing(FilingState.FILED_ACTIVE, number, today, validTo), course, version);
    }

    public Filing giveBack(Actor actor, String why) {
        decide(actor);
        return next(FilingState.APPLIED, course.returned(reason(WHY, why)));
    }

    private void decide(Actor actor) {
        seenBy(actor);
        expect(FilingState.STREET_REVIEW);
        street(actor);
        if (actor.accountId().equals(course.writer())) {
            throw FilingProblem.SAME_PERSON.raise();
        }
    }

    /**
     * One more period; a dormant group is awake again with it.
     *
     * <p>Fails with {@code filing/too-early} while the last day is far away.
     */
    public Filing confirm(Actor actor, FilingRule rule, LocalDate today) {
        seenBy(actor);
        alive(actor);
        var last = standing.validTo == null || standing.validTo.isBefore(today) ? today.minusDays(1) : standing.validTo;
        boolean far = last.isAfter(today.plusDays(CONFIRMABLE_DAYS));
        if (far && state() == FilingState.FILED_ACTIVE) {
            throw FilingProblem.TOO_EARLY.raise(last.minusDays(CONFIRMABLE_DAYS));
        }
        var validTo = far ? last : last.plusYears(rule.validityYears());
        var confirmed = new Standing(FilingState.FILED_ACTIVE, standing.number, standing.filedOn, validTo);
        return new Filing(id, record, confirmed, course.asked(null), version);
    }

    /** @param lastActivity the last day on which it is known to have done something, null for none */
    public Filing dormant(Actor actor, String why, @Nullable LocalDate lastActivity, LocalDate today) {
        seenBy(actor);
        expect(FilingState.FILED_ACTIVE);
        street(actor);
        reason(WHY, why);
        var since = lastSign(lastActivity);
        if (since != null && since.isAfter(today.minusMonths(DORMANT_MONTHS))) {
            throw FilingProblem.ACTIVE_LATELY.raise(since);
        }
        return next(FilingState.DORMANT, course);
    }

    private @Nullable LocalDate lastSign(@Nullable LocalDate lastActivity) {
        var filed = standing.filedOn;
        if (filed == null || lastActivity == null) return filed == null ? lastActivity : filed;
        return filed.isAfter(lastActivity) ? filed : lastActivity;
    }

    public Filing revoke(Actor actor, String why) {
        seenBy(actor);
        alive(actor);
        reason(WHY, why);
        return next(FilingState.REVOKED, course);
    }

    /** At the group's own wish; an application can be given up too. */
    public Filing cancel(Actor actor, String why) {
        seenBy(actor);
        reason(WHY, why);
        if (state() == FilingState.APPLIED) {
            writer(actor);
        } else {
            alive(actor);
        }
        return next(FilingState.CANCELLED, course);
    }

    /** Counties register; the group ends as such and goes on as a legal person. */
    public Filing register(Actor actor) {
        seenBy(actor);
        if (actor.region().level() > COUNTY) {
            throw FilingProblem.COUNTY_ONLY.raise();
        }
        if (!state().isAlive()) {
            throw FilingProblem.WRONG_STATE.raise();
        }
        return next(FilingState.REGISTERED, course.asked(null));
    }

    /**
     * Whom the street gives an account to act for the group: its leader.
     *
     * @param username the filing's number, which stands on the group's papers
     */
    public record Contact(String username, String displayName) {}

    public Contact contact(Actor actor) {
        seenBy(actor);
        alive(actor);
        var leader = record.leader();
        return new Contact(
                Objects.requireNonNull(standing.number).toLowerCase(Locale.ROOT),
                leader == null ? record.name() : leader.name());
    }

    /** The group's own contact asks; the street's next change or confirmation settles it. */
    public Filing ask(Actor actor, FilingWish wish, String text, LocalDate today) {
        seenBy(actor);
        if (!state().isAlive()) {
            throw FilingProblem.WRONG_STATE.raise();
        }
        var said = wish == FilingWish.CHANGE ? reason(SAID, text) : text.strip();
        return new Filing(
                id,
                record,
                standing,
                course.asked(new FilingCourse.Request(wish, said, actor.displayName(), today)),
                version);
    }

    /** What the person could do now; whether it succeeds the act itself decides. */
    public Set<FilingAct> open(Actor actor) {
        var open = EnumSet.noneOf(FilingAct.class);
        if (!actor.is(Role.REGISTRAR)) {
            if (state().isAlive()) open.addAll(EnumSet.of(FilingAct.CHANGE_ASKED, FilingAct.CONFIRMATION_ASKED));
            return open;
        }
        int level = actor.region().level();
        switch (state()) {
            case APPLIED -> {
                if (level >= STREET)
                    open.addAll(EnumSet.of(FilingAct.CHANGED, FilingAct.SUBMITTED, FilingAct.CANCELLED));
            }
            case COMMUNITY_OPINION -> {
                if (level == COMMUNITY) open.addAll(EnumSet.of(FilingAct.SUPPORTED, FilingAct.OPPOSED));
            }
            case STREET_REVIEW -> {
                if (level == STREET && !actor.accountId().equals(course.writer())) {
                    open.addAll(EnumSet.of(FilingAct.FILED, FilingAct.RETURNED));
                }
            }
            case FILED_ACTIVE, DORMANT -> alive(open, level);
            case REVOKED, CANCELLED, REGISTERED -> {}
        }
        return open;
    }

    private void alive(Set<FilingAct> open, int level) {
        if (level <= COUNTY) open.add(FilingAct.REGISTERED);
        if (level != STREET) return;
        open.addAll(EnumSet.of(
                FilingAct.CHANGED,
                FilingAct.CONFIRMED,
                FilingAct.REVOKED,
                FilingAct.CANCELLED,
                FilingAct.CONTACT_INVITED));
        if (state() == FilingState.FILED_ACTIVE) open.add(FilingAct.DORMANT);
    }

    /** Everything that can change, item by item, as the history keeps it. */
    public Map<String, @Nullable Object> items() {
        var items = new LinkedHashMap<>(record.items());
        items.put("state", state());
        items.put("number", standing.number);
        items.put("validTo", standing.validTo);
        items.put("opinion", course.opinion());
        items.put("request", course.request());
        return items;
    }

    /** The items that stand differently in the other, as they stand here. */
    public Map<String, @Nullable Object> itemsUnlike(Filing other) {
        var others = other.items();
        var unlike = items();
        unlike.entrySet().removeIf(item -> Objects.equals(item.getValue(), others.get(item.getKey())));
        return unlike;
    }

    private Filing next(FilingState state, FilingCourse so) {
        return new Filing(id, record, standing.in(state), so, version);
    }

    private void expect(FilingState state) {
        if (standing.state != state) {
            throw FilingProblem.WRONG_STATE.raise();
        }
    }

    private void alive(Actor actor) {
        if (!state().isAlive()) {
            throw FilingProblem.WRONG_STATE.raise();
        }
        street(actor);
    }

    private static void street(Actor actor) {
        if (actor.region().level() != STREET) {
            throw FilingProblem.STREET_ONLY.raise();
        }
    }

    private static void writer(Actor actor) {
        if (actor.region().level() < STREET) {
            throw FilingProblem.COMMUNITY_OR_STREET.raise();
        }
    }

    /** Fails with {@code filing/reason-needed}: who refuses or ends something says why. */
    private static String reason(String pointer, String text) {
        var why = text.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw FilingProblem.REASON_NEEDED.raise(
                    List.of(FieldProblem.of(pointer, "length", 1, LONGEST_REASON)), LONGEST_REASON);
        }
        return why;
    }
}
