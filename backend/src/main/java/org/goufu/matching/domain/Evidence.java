package org.goufu.matching.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * What is on record for one way of bidding: a legal person by itself, or a federation for one member under one mandate.
 *
 * @param signer the legal person that would sign; a filed group when it is judged by itself
 * @param member whose ability it is, null on the direct route
 * @param membership the member's place in the federation, null on the direct route
 * @param mandate what the member lets it bid for, null when it has given none
 */
public record Evidence(
        BodyProfile signer,
        @Nullable BodyProfile member,
        @Nullable Membership membership,
        @Nullable Mandate mandate) {

    private static final Comparator<Fact> NEWEST_LAST = Comparator.comparing(Fact::from)
            .thenComparing(fact -> fact.knownAt())
            .thenComparing(Fact::id);
    private static final Comparator<Fact> ENDED_LAST =
            Comparator.comparing(Evidence::end).thenComparing(NEWEST_LAST);

    public static Evidence direct(BodyProfile body) {
        return new Evidence(body, null, null, null);
    }

    /** Whose categories, people and experience count: the named member, or the body itself. */
    public BodyProfile able() {
        return Objects.requireNonNullElse(member, signer);
    }

    private static LocalDate end(Fact fact) {
        return Objects.requireNonNullElse(fact.to(), LocalDate.MAX);
    }

    /** The signer and, on the member route, the member. */
    public Stream<BodyProfile> bodies() {
        return member == null ? Stream.of(signer) : Stream.of(signer, member);
    }

    /** The newest fact of the signer that held then and passes. */
    Optional<Fact> newest(FactKind kind, Moment moment, Predicate<Fact> passing) {
        return newest(signer, kind, moment, passing);
    }

    static Optional<Fact> newest(BodyProfile body, FactKind kind, Moment moment, Predicate<Fact> passing) {
        return body.facts(kind, moment.day(), moment.known()).filter(passing).max(NEWEST_LAST);
    }

    /** Facts that were known then, whatever the days for which they hold. */
    static Stream<Fact> known(BodyProfile body, FactKind kind, Moment moment) {
        return body.facts().stream()
                .filter(fact -> fact.kind() == kind && fact.knownAt(moment.known()))
                .sorted(NEWEST_LAST);
    }

    /** The fact that ended last, for a word on what has expired. */
    static Optional<Fact> expired(BodyProfile body, FactKind kind, Moment moment, Predicate<Fact> passing) {
        return known(body, kind, moment)
                .filter(passing)
                .filter(fact -> fact.to() != null && fact.to().isBefore(moment.day()))
                .max(ENDED_LAST);
    }

    /** Values of the able body's facts of a kind that held then, in order. */
    List<String> values(FactKind kind, Moment moment) {
        return able().facts(kind, moment.day(), moment.known())
                .map(Fact::value)
                .distinct()
                .sorted()
                .toList();
    }
}
