package org.goufu.federation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.federation.FederationFixtures.NOW;
import static org.goufu.federation.FederationFixtures.TODAY;
import static org.goufu.federation.FederationFixtures.invited;
import static org.goufu.federation.FederationFixtures.registrar;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.InMemoryRosters;
import org.goufu.federation.domain.FiledGroup;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.ReadWorklist.Counts;
import org.goufu.federation.usecase.ReadWorklist.Item;
import org.goufu.federation.usecase.ReadWorklist.Matter;
import org.goufu.federation.usecase.ReadWorklist.Part;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.InMemoryRegistry;
import org.goufu.matching.Quiet;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.RegistryWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the registry knows of and what the rosters know of stand in one list, in one order. */
class ReadWorklistTests {
    private final BodyProfile federation = goodFederation();
    private final BodyProfile group = goodGroup();
    private final InMemoryRosters rosters = new InMemoryRosters();
    private final Quiet.Clock clock = new Quiet.Clock();
    private final ReadWorklist read =
            new ReadWorklist(new TwoApplications(), new InMemoryRegistry().holding(federation, group), rosters, clock);

    /** One that came in long ago, and one of the day after tomorrow. */
    private static final class TwoApplications implements RegistryWork {
        private static Item waiting(LocalDate day) {
            return new Item(
                    day + "APPLICATION", Matter.APPLICATION, new UUID(0, 1), "示例小组", STREET, day, null, List.of());
        }

        @Override
        public Mono<Long> count(Pile pile, Actor actor, LocalDate today) {
            return Mono.just(pile == Pile.REVIEW ? 2L : 0L);
        }

        @Override
        public Flux<Item> list(Pile pile, Actor actor, LocalDate today, String after, int rows) {
            return Flux.just(waiting(TODAY.minusYears(1)), waiting(TODAY.plusDays(2)))
                    .filter(item -> pile == Pile.REVIEW && item.key().compareTo(after) > 0)
                    .take(rows);
        }
    }

    @BeforeEach
    void aMembershipWaitsForTheStreet() {
        clock.now = NOW.at();
        rosters.holding(new Seat(federation.id(), new RegionCode(STREET), true));
        rosters.holding(invited(federation.id(), group.id()).accepted(NOW));
        rosters.keep(List.of(FiledGroup.of(group))).block();
    }

    private List<Item> items(String office, Part part, String after, int rows) {
        return read.of(registrar(office), part, after, rows).block().items();
    }

    @Test
    void aStreetFindsMembershipsAmongItsApplications() {
        var found = items(STREET, Part.REVIEW, "", 10);
        assertThat(found)
                .extracting(Item::matter)
                .containsExactly(Matter.APPLICATION, Matter.MEMBERSHIP, Matter.APPLICATION);
        assertThat(items(STREET, Part.REVIEW, found.getFirst().key(), 1))
                .extracting(Item::matter)
                .containsExactly(Matter.MEMBERSHIP);
        assertThat(items(STREET, Part.REVIEW, found.get(1).key(), 10))
                .extracting(Item::matter)
                .containsExactly(Matter.APPLICATION);
    }

    @Test
    void aCountyDoesNot() {
        assertThat(items(STREET.substring(0, 6), Part.REVIEW, "", 10))
                .extracting(Item::matter)
                .containsOnly(Matter.APPLICATION);
    }

    @Test
    void countsAllFourWhicheverIsAskedFor() {
        for (var part : Part.values()) {
            assertThat(read.of(registrar(STREET), part, "", 10).block().counts())
                    .isEqualTo(new Counts(3, 0, 0, 1));
        }
    }

    @Test
    void whoIsInNoFederationIsThereUntilTheStreetConfirms() {
        assertThat(items(STREET, Part.UNFEDERATED, "", 10))
                .extracting(Item::subjectId)
                .containsExactly(group.id());
        rosters.holding(invited(federation.id(), group.id()).accepted(NOW).confirmed(null, false, NOW));
        assertThat(items(STREET, Part.UNFEDERATED, "", 10)).isEmpty();
    }
}
