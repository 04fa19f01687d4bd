package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.demo.DemoScale;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import org.goufu.organization.FactKind;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The doors of the registry and the federations on the demo's showcase. */
@GoufuIT
class DirectoriesIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String STREET = "510114008";

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private DepartmentDirectory departments;

    @Autowired
    private FederationDirectory federations;

    @Autowired
    private BusinessClock clock;

    @Test
    void findsTheFederationOfAStreetWithItsFacts() {
        var federation = organizations.find(federation()).block(SOON);
        var now = clock.now().block(SOON);
        var today = clock.today().block(SOON);
        assertThat(federation.kind()).isEqualTo(BodyKind.FEDERATION);
        assertThat(federation.tellPlaces()).containsExactly("510114");
        assertThat(federation.facts(FactKind.STATUS, today, now))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.value()).isEqualTo("NORMAL");
                    assertThat(fact.knownAt()).isBefore(now);
                });
        assertThat(federation.facts(FactKind.STATUS, today, Instant.EPOCH)).isEmpty();
    }

    @Test
    void findsMembersWithTheirMandates() {
        var now = clock.now().block(SOON);
        var today = clock.today().block(SOON);
        var members =
                federations.ofFederations(List.of(federation())).collectList().block(SOON);
        assertThat(members)
                .anyMatch(member -> member.standsOn(today, now)
                        && member.mandates().stream()
                                .anyMatch(mandate -> mandate.standsOn(today, now)
                                        && mandate.categories().equals(List.of("A0402"))
                                        && mandate.amountCapFen() == 10_000_000));
        var group = members.getFirst().memberId();
        assertThat(federations.ofMembers(List.of(group)).collectList().block(SOON))
                .allMatch(member -> member.memberId().equals(group))
                .contains(members.getFirst());
    }

    @Test
    void walksThroughAllBodiesOnceInOrder() {
        var seen = new HashSet<UUID>();
        UUID last = null;
        List<BodyProfile> page;
        do {
            page = organizations.after(last, 100).collectList().block(SOON);
            page.forEach(body -> assertThat(seen.add(body.id())).isTrue());
            last = page.isEmpty() ? last : page.getLast().id();
        } while (!page.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(DemoScale.TINY.bodies());
    }

    @Test
    void leavesOutUnknownBodies() {
        assertThat(organizations.find(new UUID(1, 1)).block(SOON)).isNull();
        assertThat(organizations.findAll(List.of()).collectList().block(SOON)).isEmpty();
        assertThat(federations.ofMembers(List.of()).collectList().block(SOON)).isEmpty();
    }

    @Test
    void findsDepartmentsByIdAndWords() {
        var named = departments.named("桂湖街道", 5).collectList().block(SOON);
        assertThat(named).extracting(DepartmentView::name).contains("成都市新都区桂湖街道办事处");
        assertThat(departments.find(named.getFirst().id()).block(SOON)).isEqualTo(named.getFirst());
    }

    private UUID federation() {
        return federations.ofStreet(STREET).blockFirst(SOON);
    }
}
