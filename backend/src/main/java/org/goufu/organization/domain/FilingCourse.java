package org.goufu.organization.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.FilingWish;
import org.jspecify.annotations.Nullable;

/**
 * How a filing came so far.
 *
 * @param writer who wrote it last before the street decides; null for groups from before the platform
 * @param returned why the street sent it back, null unless it did
 */
public record FilingCourse(
        @Nullable UUID writer,
        @Nullable String writerName,
        @Nullable Opinion opinion,
        @Nullable String returned,
        @Nullable Request request) {

    /** What the community thinks. */
    public record Opinion(boolean supports, String text, String byName, LocalDate on) {}

    /** What the group's contact asks the street for. */
    public record Request(FilingWish wish, String text, String byName, LocalDate on) {}

    static FilingCourse begunBy(Actor actor) {
        return new FilingCourse(actor.accountId(), actor.displayName(), null, null, null);
    }

    FilingCourse with(@Nullable Opinion said) {
        return new FilingCourse(writer, writerName, said, null, request);
    }

    FilingCourse returned(String reason) {
        return new FilingCourse(writer, writerName, opinion, reason, request);
    }

    FilingCourse asked(@Nullable Request asked) {
        return new FilingCourse(writer, writerName, opinion, returned, asked);
    }
}
