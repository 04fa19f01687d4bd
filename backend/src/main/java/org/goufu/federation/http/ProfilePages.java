package org.goufu.federation.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.federation.http.ProfilePage.FactItem;
import org.goufu.federation.http.ProfilePage.MandateItem;
import org.goufu.federation.http.ProfilePage.MemberItem;
import org.goufu.federation.http.ProfilePage.MembershipItem;
import org.goufu.federation.http.ProfilePage.State;
import org.goufu.federation.usecase.ReadProfile.Gathered;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.FactTexts;
import org.goufu.organization.Grade;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a gathered profile out as the page has it, in the asker's language. */
@Component
class ProfilePages {
    private final FactTexts texts;
    private final Regions regions;
    private final ServiceCategories categories;

    ProfilePages(FactTexts texts, Regions regions, ServiceCategories categories) {
        this.texts = texts;
        this.regions = regions;
        this.categories = categories;
    }

    ProfilePage page(Gathered gathered, Locale locale) {
        var body = gathered.body();
        return new ProfilePage(
                body.id(),
                body.name(),
                body.kind(),
                body.legalForm(),
                body.creditCode(),
                body.filingNumber(),
                gathered.former(),
                gathered.items(),
                regions.coded(body.regionCode()),
                body.newest(FactKind.GRADE, gathered.today(), gathered.now())
                        .flatMap(Grade::of)
                        .orElse(null),
                body.standing(gathered.today(), gathered.now()),
                declared(gathered, body),
                federation(gathered),
                body.address(),
                body.foundedOn(),
                body.businessScope(),
                facts(gathered, locale),
                current(gathered, body, FactKind.PLACE)
                        .map(Fact::value)
                        .map(regions::coded)
                        .toList(),
                gathered.memberships().stream()
                        .filter(membership -> membership.isConfirmed(gathered.now()))
                        .map(membership -> membership(gathered, membership))
                        .toList(),
                gathered.members().stream()
                        .filter(membership -> lasts(gathered, membership))
                        .flatMap(membership -> member(gathered, membership))
                        .toList());
    }

    private static Stream<Fact> current(Gathered gathered, BodyProfile body, FactKind kind) {
        return body.facts(kind, gathered.today(), gathered.now());
    }

    private List<Coded> declared(Gathered gathered, BodyProfile body) {
        return current(gathered, body, FactKind.CATEGORY)
                .map(Fact::value)
                .sorted()
                .map(categories::coded)
                .toList();
    }

    private static boolean lasts(Gathered gathered, Membership membership) {
        return membership.lastsOn(gathered.today());
    }

    private static @Nullable Named federation(Gathered gathered) {
        return gathered.memberships().stream()
                .filter(membership -> lasts(gathered, membership))
                .findFirst()
                .map(membership -> named(gathered, membership.federationId()))
                .orElse(null);
    }

    private static Named named(Gathered gathered, UUID id) {
        var body = gathered.others().get(id);
        return new Named(id, body == null ? "" : body.name());
    }

    private List<FactItem> facts(Gathered gathered, Locale locale) {
        return gathered.body().facts().stream()
                .filter(fact -> fact.knownAt(gathered.now()))
                .filter(fact -> isPublic(gathered.body(), fact))
                .sorted(Comparator.comparing(Fact::kind)
                        .thenComparing(Fact::from, Comparator.reverseOrder())
                        .thenComparing(Fact::id))
                .map(fact -> new FactItem(
                        fact.kind(),
                        texts.kind(fact.kind(), locale),
                        fact.value(),
                        texts.value(fact.kind(), fact.value(), locale),
                        fact.number() == 0 && !fact.kind().isYearly() ? null : fact.number(),
                        fact.from(),
                        fact.to(),
                        fact.knownAt(),
                        fact.source(),
                        fact.origin() == FactOrigin.SELF && fact.confirmedAt() == null,
                        state(gathered, fact)))
                .toList();
    }

    /** Who leads a group is a neighbour, not an office. */
    private static boolean isPublic(BodyProfile body, Fact fact) {
        return !fact.kind().isPrivate()
                && (fact.kind() != FactKind.HEAD || body.kind().isLegalPerson());
    }

    private static State state(Gathered gathered, Fact fact) {
        var today = gathered.today();
        return fact.holdsOn(today) ? State.VALID : fact.from().isAfter(today) ? State.FUTURE : State.EXPIRED;
    }

    private MembershipItem membership(Gathered gathered, Membership membership) {
        return new MembershipItem(
                named(gathered, membership.federationId()),
                membership.from(),
                membership.to(),
                membership.consentedOn(),
                membership.mandates().stream()
                        .map(mandate -> mandate(gathered, mandate))
                        .toList());
    }

    private MandateItem mandate(Gathered gathered, Mandate mandate) {
        return new MandateItem(
                mandate.categories().stream().map(categories::coded).toList(),
                mandate.amountCapFen(),
                mandate.places().stream().map(regions::coded).toList(),
                mandate.from(),
                mandate.to(),
                state(gathered, mandate));
    }

    private static State state(Gathered gathered, Mandate mandate) {
        if (mandate.standsOn(gathered.today(), gathered.now())) return State.VALID;
        return mandate.from().isAfter(gathered.today()) && mandate.revokedAt() == null ? State.FUTURE : State.EXPIRED;
    }

    private Stream<MemberItem> member(Gathered gathered, Membership membership) {
        var body = gathered.others().get(membership.memberId());
        return Stream.ofNullable(body)
                .map(member -> new MemberItem(
                        member.id(),
                        member.name(),
                        member.kind(),
                        declared(gathered, member),
                        filing(gathered, member),
                        best(membership.mandates().stream().map(mandate -> state(gathered, mandate)))));
    }

    private static @Nullable State filing(Gathered gathered, BodyProfile member) {
        if (member.kind() != BodyKind.FILED_GROUP) return null;
        var best = best(member.facts().stream()
                .filter(fact -> fact.kind() == FactKind.FILING && fact.knownAt(gathered.now()))
                .filter(fact -> fact.value().equals("ACTIVE"))
                .map(fact -> state(gathered, fact)));
        return Objects.requireNonNullElse(best, State.EXPIRED);
    }

    /** VALID before FUTURE before EXPIRED. */
    private static @Nullable State best(Stream<State> states) {
        var found = states.toList();
        return Stream.of(State.VALID, State.FUTURE, State.EXPIRED)
                .filter(found::contains)
                .findFirst()
                .orElse(null);
    }
}
