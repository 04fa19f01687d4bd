package org.goufu.bidding.domain;

import java.util.Locale;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;

/** Whose people hold keys; a bid opens with all its groups together (security.md 3.2). */
public enum HolderGroup {
    DEPARTMENT,
    SUPERVISION,
    /** The time gate: the program's own key, which gives nothing before the box is sealed. */
    PLATFORM;

    /** As keysets name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fails with {@code holder/not-your-group} for people who hold no keys. */
    public static HolderGroup of(Actor actor) {
        if (actor.is(Role.DEPARTMENT_OFFICER) || actor.is(Role.DEPARTMENT_APPROVER)) return DEPARTMENT;
        if (actor.is(Role.SUPERVISOR)) return SUPERVISION;
        throw HolderProblem.NOT_YOUR_GROUP.raise();
    }
}
