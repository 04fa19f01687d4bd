package org.goufu.federation.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FormerFilings;
import org.goufu.organization.FormerFilings.FormerFiling;
import org.goufu.organization.JoinedBodies;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.PastBodies;
import org.goufu.organization.RegisteredItems;
import org.goufu.organization.RegisteredItems.Items;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gathers a body, the federations in which it stands, and its own members. */
@Component
public class ReadProfile {
    private final PastBodies bodies;
    private final JoinedBodies joined;
    private final FederationDirectory federations;
    private final FormerFilings filings;
    private final RegisteredItems items;
    private final BusinessClock clock;

    /**
     * Everything that the public page shows.
     *
     * @param memberships the body's own, past ones included
     * @param members who stands in this federation; empty for other bodies
     * @param others the bodies at the other end, by id
     * @param former the filing under which it stood before it became a legal person
     * @param items what is registered, null for a group
     * @param now the moment by which validity is told
     */
    public record Gathered(
            BodyProfile body,
            List<Membership> memberships,
            List<Membership> members,
            Map<UUID, BodyProfile> others,
            @Nullable FormerFiling former,
            @Nullable Items items,
            Instant now) {

        public LocalDate today() {
            return LocalDate.ofInstant(now, BusinessClock.ZONE);
        }
    }

    ReadProfile(
            PastBodies bodies,
            JoinedBodies joined,
            FederationDirectory federations,
            FormerFilings filings,
            RegisteredItems items,
            BusinessClock clock) {
        this.bodies = bodies;
        this.joined = joined;
        this.federations = federations;
        this.filings = filings;
        this.items = items;
        this.clock = clock;
    }

    /**
     * What is true and known now, or was at a moment: then the same whenever it is asked. An entry that was joined with another body is
     * that body, which is seen by its id.
     *
     * <p>Fails with {@code organization/not-found} rather than completing empty, and with {@code http/parameter-invalid} for a moment that is
     * still to come.
     */
    public Mono<Gathered> of(UUID id, @Nullable Instant asOf) {
        return moment(asOf)
                .zipWith(joined.nowUnder(id).defaultIfEmpty(id))
                .flatMap(both -> found(both.getT2(), both.getT1()));
    }

    private Mono<Gathered> found(UUID id, Instant now) {
        return bodies.asOf(List.of(id), now)
                .next()
                .switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise))
                .flatMap(body -> gather(body, now));
    }

    /** Fails with {@code organization/not-found} for a body that is no federation, too. */
    public Mono<Gathered> ofFederation(UUID id) {
        return of(id, null)
                .filter(gathered -> gathered.body().kind() == BodyKind.FEDERATION)
                .switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise));
    }

    private Mono<Instant> moment(@Nullable Instant asOf) {
        return clock.now().map(now -> {
            if (asOf != null && asOf.isAfter(now)) {
                throw HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("asOf", "invalid")), "asOf");
            }
            return Objects.requireNonNullElse(asOf, now);
        });
    }

    private Mono<Gathered> gather(BodyProfile body, Instant now) {
        var one = Set.of(body.id());
        return Mono.zip(
                        known(federations.ofMembers(one), now).collectList(),
                        known(federations.ofFederations(one), now).collectList(),
                        filings.of(body.id(), now).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        registered(body, now).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(found -> others(found.getT1(), found.getT2(), now)
                        .map(others -> new Gathered(
                                body,
                                found.getT1(),
                                found.getT2(),
                                others,
                                found.getT3().orElse(null),
                                found.getT4().orElse(null),
                                now)));
    }

    private Mono<Items> registered(BodyProfile body, Instant now) {
        return body.kind().isLegalPerson() ? items.asOf(body.id(), now) : Mono.empty();
    }

    /** As far as they were known at the moment. */
    private static Flux<Membership> known(Flux<Membership> memberships, Instant now) {
        return memberships
                .filter(membership -> !membership.knownAt().isAfter(now))
                .map(membership -> membership.asKnown(now));
    }

    private Mono<Map<UUID, BodyProfile>> others(List<Membership> memberships, List<Membership> members, Instant now) {
        Collection<UUID> ids = Stream.concat(
                        memberships.stream().map(Membership::federationId),
                        members.stream().map(Membership::memberId))
                .collect(Collectors.toSet());
        return bodies.asOf(ids, now).collectMap(BodyProfile::id);
    }
}
