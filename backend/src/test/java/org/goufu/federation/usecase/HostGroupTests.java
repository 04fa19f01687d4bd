package org.goufu.federation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.federation.FederationFixtures.contact;
import static org.goufu.federation.FederationFixtures.registrar;
import static org.goufu.federation.FederationFixtures.staff;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.FederationFixtures;
import org.goufu.federation.InMemoryAgreements;
import org.goufu.federation.InMemoryEnrolments;
import org.goufu.federation.InMemorySeats;
import org.goufu.federation.MembershipNews;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.domain.HostingAgreement.State;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.HostGroup.Proposal;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.InMemoryRegistry;
import org.goufu.matching.Quiet;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.platform.files.FileKind;
import org.goufu.platform.files.FileProblem;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.files.StoredFile;
import org.goufu.platform.files.Upload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Who proposes, who agrees, who ends, and who is told. */
class HostGroupTests {
    private static final UUID PAPER = new UUID(3, 3);

    private final BodyProfile federation = goodFederation();
    private final BodyProfile group = goodGroup();
    private final BodyProfile organization = body("甲中心", BodyKind.LEGAL_PERSON, STREET);
    private final InMemoryEnrolments enrolments = new InMemoryEnrolments();
    private final InMemoryRegistry registry = new InMemoryRegistry().holding(federation, group, organization);
    private final InMemorySeats seats = new InMemorySeats();
    private final Quiet.Told told = new Quiet.Told();
    private final Quiet.Clock clock = new Quiet.Clock();
    private final HostGroup host = new HostGroup(
            new Reach(seats, enrolments),
            new InMemoryAgreements(),
            new Register(enrolments, registry, told),
            new OnePaper(),
            registry,
            Quiet.transactions(),
            clock);

    private final Seat seat = seats.holding(new Seat(federation.id(), new RegionCode(STREET), true));
    private final Enrolment membership =
            enrolments.holding(FederationFixtures.confirmed(seat.federationId(), group.id()));

    /** One paper that anybody may have handed in. */
    private static final class OnePaper implements FileStore {
        @Override
        public Mono<StoredFile> save(Actor uploader, Upload upload) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<StoredFile> keep(Actor uploader, UUID id) {
            return find(id).switchIfEmpty(Mono.error(FileProblem.NOT_FOUND::raise));
        }

        @Override
        public Mono<StoredFile> find(UUID id) {
            return Mono.just(new StoredFile(
                            PAPER, "协议.pdf", FileKind.PDF, 4, "00", PAPER, "示例", FederationFixtures.NOW.at()))
                    .filter(paper -> paper.id().equals(id));
        }

        @Override
        public Flux<StoredFile> findAll(Collection<UUID> ids) {
            return Flux.fromIterable(ids).flatMap(this::find);
        }

        @Override
        public Flux<DataBuffer> content(StoredFile file) {
            return Flux.empty();
        }
    }

    private Mono<HostingAgreement> propose(Actor by, @Nullable UUID paper) {
        return host.propose(by, membership.id(), new Proposal("长者助餐", TODAY, TODAY.plusMonths(3), paper));
    }

    private Mono<HostingAgreement> answer(Actor by, HostingAgreement agreement) {
        return host.answer(by, membership.id(), agreement.id(), true);
    }

    private List<What> news() {
        return told.events.stream()
                .filter(MembershipNews.class::isInstance)
                .map(event -> ((MembershipNews) event).what())
                .toList();
    }

    @Test
    void theFederationProposesTheGroupAgreesAndEitherEnds() {
        var proposed = propose(staff(federation.id()), PAPER).block();
        assertThat(proposed.documentId()).isEqualTo(PAPER);
        var active = answer(contact(group.id()), proposed).block();
        assertThat(active.state()).isEqualTo(State.ACTIVE);
        var ended = host.end(contact(group.id()), membership.id(), active.id()).block();
        assertThat(ended.endedOn()).isEqualTo(TODAY);
        assertThat(news()).containsExactly(What.AGREEMENT_PROPOSED, What.AGREEMENT_ANSWERED, What.AGREEMENT_ENDED);
        StepVerifier.create(host.end(staff(federation.id()), membership.id(), active.id()))
                .verifyErrorMessage("federation/agreement-not-active");
    }

    @Test
    void nobodyActsOnBehalfOfAnotherSide() {
        var proposed = propose(staff(federation.id()), null).block();
        told.events.clear();
        for (var other : List.of(contact(group.id()), registrar(STREET), contact(Ids.next()))) {
            StepVerifier.create(propose(other, null)).verifyErrorMessage("federation/membership-not-found");
        }
        for (var other : List.of(staff(federation.id()), registrar(STREET))) {
            StepVerifier.create(answer(other, proposed)).verifyErrorMessage("federation/membership-not-found");
        }
        StepVerifier.create(host.end(registrar(STREET), membership.id(), proposed.id()))
                .verifyErrorMessage("federation/membership-not-found");
        assertThat(told.events).isEmpty();
    }

    @Test
    void aPaperThatNobodyHandedInStopsIt() {
        StepVerifier.create(propose(staff(federation.id()), Ids.next())).verifyErrorMessage("file/not-found");
        assertThat(told.events).isEmpty();
    }

    @Test
    void onlyGroupsAreHosted() {
        var registered = enrolments.holding(FederationFixtures.confirmed(federation.id(), organization.id()));
        var proposal = new Proposal("长者助餐", TODAY, TODAY.plusMonths(3), null);
        StepVerifier.create(host.propose(staff(federation.id()), registered.id(), proposal))
                .verifyErrorMessage("federation/groups-only");
    }
}
