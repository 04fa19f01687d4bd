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
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

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

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Transactions transactions;

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

    @Test
    void findsBodiesOfOneCountyWhoseHeadsHaveOneName() {
        var one = new UUID(7, 1);
        var namesake = new UUID(7, 2);
        // Nothing of it stays: other tests count bodies.
        var found = transactions.write(headed(one, "510114")
                .then(headed(namesake, "510114008"))
                .then(headed(new UUID(7, 3), "510104"))
                .thenMany(organizations.sharingHead(one))
                .collectList()
                .flatMap(ids -> Mono.<List<UUID>>error(new Undone(ids))));
        StepVerifier.create(found)
                .verifyErrorSatisfies(
                        undone -> assertThat(((Undone) undone).found).containsExactly(namesake));
    }

    private Mono<Void> headed(UUID id, String region) {
        return database.sql("""
                with headed as (
                     insert into organization.body (
                            id, name, kind, legal_form, credit_code, region_code, business_scope, address)
                     values (:id, '示例', 'LEGAL_PERSON', 'ASSOCIATION', cast(:id as text), :region, '', '')
                  returning id)
                insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                select gen_random_uuid(), id, 'HEAD', '示例同名', '2026-01-01', platform.now(), '示例', 'DEMO' from headed
                """).bind("id", id).bind("region", region).then();
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<UUID> found;

        Undone(List<UUID> found) {
            this.found = found;
        }
    }

    private UUID federation() {
        return federations
                .ofStreet(STREET, Instant.parse("2999-01-01T00:00:00Z"))
                .blockFirst(SOON);
    }
}
