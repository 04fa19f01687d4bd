package org.goufu.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells what of the registry waits for whoever keeps a region: each list holds what this person can do something about. */
public interface RegistryWork {

    /** The lists. */
    enum Pile {
        REVIEW,
        EXPIRING,
        CONFLICTS
    }

    /** What waits. */
    enum Matter {
        /** An application that somebody of the place has to finish or amend. */
        APPLICATION,
        /** One that waits for the community's opinion. */
        OPINION,
        /** One that waits for the street. */
        REVIEW,
        /** The group's contact asked for something. */
        REQUEST,
        /** What a body declared about itself waits for its registrar. */
        DECLARATION,
        FILING_ENDS,
        GRADE_ENDS,
        QUALIFICATION_ENDS,
        TAX_ENDS,
        /** One telephone number leads several groups. */
        SAME_LEADER,
        /** One person heads several legal persons: related in a lot (政府采购法实施条例 第18条). */
        SAME_HEAD,
        /** Several bodies of one name in one county. */
        SAME_NAME
    }

    /**
     * One thing that waits.
     *
     * @param key in its order within the list
     * @param day since when it waits, or when it ends; null for a conflict
     * @param word what exactly: a fact's value, what was asked for, who leads
     * @param others the bodies besides the subject that are part of a conflict
     */
    record Item(
            String key,
            Matter matter,
            UUID subjectId,
            String name,
            String regionCode,
            @Nullable LocalDate day,
            @Nullable String word,
            List<Named> others) {
        public Item {
            others = List.copyOf(others);
        }
    }

    Mono<Long> count(Pile pile, Actor actor, LocalDate today);

    /** In order of key, after the given one. */
    Flux<Item> list(Pile pile, Actor actor, LocalDate today, String after, int rows);
}
