package org.goufu.federation.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.federation.domain.Now;
import org.goufu.federation.http.MembershipView.MandateState;
import org.goufu.federation.http.MembershipView.MandateView;
import org.goufu.federation.http.MembershipView.Member;
import org.goufu.federation.http.MembershipView.TransferView;
import org.goufu.federation.sql.MembershipQueries.Row;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.organization.Standing;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lays memberships out with the names of those concerned: one look-up for a whole page. */
@Component
class MembershipViews {
    private final OrganizationDirectory organizations;
    private final Regions regions;
    private final ServiceCategories categories;
    private final BusinessClock clock;

    MembershipViews(
            OrganizationDirectory organizations, Regions regions, ServiceCategories categories, BusinessClock clock) {
        this.organizations = organizations;
        this.regions = regions;
        this.categories = categories;
        this.clock = clock;
    }

    Mono<List<MembershipView>> of(List<Row> rows) {
        return Mono.zip(
                        organizations.findAll(concerned(rows)).collectMap(BodyProfile::id),
                        clock.now().map(Now::of))
                .map(all -> rows.stream()
                        .map(row -> view(row, all.getT1(), all.getT2()))
                        .toList());
    }

    Mono<MembershipView> of(Row row) {
        return of(List.of(row)).map(List::getFirst);
    }

    private static Set<UUID> concerned(Collection<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(
                                row.membership().federationId(),
                                row.membership().memberId()),
                        Stream.ofNullable(row.formerFederationId())))
                .collect(Collectors.toSet());
    }

    private MembershipView view(Row row, Map<UUID, BodyProfile> bodies, Now now) {
        var membership = row.membership();
        return new MembershipView(
                membership.id(),
                named(membership.federationId(), bodies),
                regions.coded(row.streetCode()),
                member(membership.memberId(), bodies, now),
                membership.state(),
                membership.from(),
                membership.to(),
                membership.knownAt(),
                membership.consentedOn(),
                membership.confirmedAt(),
                row.endedBy(),
                row.endReason(),
                transfer(row, bodies),
                membership.mandates().stream()
                        .map(mandate -> mandate(membership, mandate, now))
                        .toList(),
                membership.version());
    }

    private Member member(UUID id, Map<UUID, BodyProfile> bodies, Now now) {
        var body = bodies.get(id);
        return body == null
                ? new Member(id, "", BodyKind.LEGAL_PERSON, Standing.UNKNOWN, List.of())
                : new Member(id, body.name(), body.kind(), body.standing(now.day(), now.at()), declared(body, now));
    }

    List<Coded> declared(BodyProfile body, Now now) {
        return body.facts(FactKind.CATEGORY, now.day(), now.at())
                .map(fact -> fact.value())
                .distinct()
                .sorted()
                .map(categories::coded)
                .toList();
    }

    private @Nullable TransferView transfer(Row row, Map<UUID, BodyProfile> bodies) {
        var federation = row.formerFederationId();
        var street = row.formerStreetCode();
        return federation == null || street == null
                ? null
                : new TransferView(
                        named(federation, bodies),
                        regions.coded(street),
                        !street.equals(row.streetCode()),
                        row.releasedAt(),
                        row.streetReleasedAt());
    }

    MandateView mandate(Membership membership, Mandate mandate, Now now) {
        var to = membership.to();
        var lastDay = to != null && to.isBefore(mandate.to()) ? to : mandate.to();
        return new MandateView(
                mandate.id(),
                mandate.categories().stream().map(categories::coded).toList(),
                mandate.amountCapFen(),
                mandate.places().stream().map(regions::coded).toList(),
                mandate.from(),
                mandate.to(),
                lastDay,
                state(mandate, lastDay.isBefore(now.day()), now),
                mandate.revokedAt(),
                mandate.paperId());
    }

    private static MandateState state(Mandate mandate, boolean over, Now now) {
        if (mandate.revokedAt() != null) return MandateState.REVOKED;
        if (over) return MandateState.EXPIRED;
        return mandate.from().isAfter(now.day()) ? MandateState.FUTURE : MandateState.VALID;
    }

    private static Named named(UUID id, Map<UUID, BodyProfile> bodies) {
        var body = bodies.get(id);
        return new Named(id, body == null ? "" : body.name());
    }
}
