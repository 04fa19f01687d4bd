package org.goufu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.demo.domain.DemoBody;
import org.goufu.demo.domain.DemoDepartment;
import org.goufu.demo.domain.DemoFact;
import org.goufu.demo.domain.DemoMembership;
import org.goufu.demo.domain.DemoStreet;
import org.goufu.demo.domain.RegistryMaker;
import org.goufu.organization.ActivityKind;
import org.goufu.organization.BodyKind;
import org.goufu.organization.CreditCode;
import org.goufu.organization.FactKind;
import org.goufu.reference.Regions;
import org.goufu.reference.domain.RegionTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

class RegistryMakerTests {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 20);
    private static final Regions REGIONS = shipped();

    private record Registry(List<DemoDepartment> departments, List<DemoStreet> streets) {
        static Registry of(DemoPlan plan) {
            var maker = new RegistryMaker(plan, REGIONS);
            var departments = maker.departments();
            var streets = new ArrayList<>(maker.streets().toList());
            streets.addAll(maker.organizations().toList());
            return new Registry(departments, streets);
        }

        Stream<DemoBody> bodies() {
            return streets.stream().flatMap(street -> street.bodies().stream());
        }

        Stream<DemoMembership> memberships() {
            return streets.stream().flatMap(street -> street.memberships().stream());
        }

        DemoBody body(UUID id) {
            return bodies().filter(body -> body.id().equals(id)).findAny().orElseThrow();
        }

        long facts(FactKind kind, Predicate<DemoFact> test) {
            return bodies().flatMap(body -> body.facts().stream())
                    .filter(fact -> fact.kind() == kind && test.test(fact))
                    .count();
        }
    }

    private static DemoPlan plan(DemoScale scale) {
        return new DemoPlan(scale, 20210825, FIRST_DAY);
    }

    @ParameterizedTest
    @EnumSource(DemoScale.class)
    void keepsTheProportionsOfTheProvince(DemoScale scale) {
        var kinds =
                Registry.of(plan(scale)).bodies().collect(Collectors.groupingBy(DemoBody::kind, Collectors.counting()));
        long registered = kinds.get(BodyKind.LEGAL_PERSON) + kinds.get(BodyKind.FEDERATION);
        assertThat(registered + kinds.get(BodyKind.FILED_GROUP)).isEqualTo(scale.bodies());
        assertThat((double) kinds.get(BodyKind.FILED_GROUP) / registered).isCloseTo(5.4, within(0.1));
        assertThat(kinds.get(BodyKind.FEDERATION)).isEqualTo(scale.federations());
    }

    @Test
    void isTheSameForTheSameSeedAndDay() {
        assertThat(Registry.of(plan(DemoScale.TINY))).isEqualTo(Registry.of(plan(DemoScale.TINY)));
    }

    @Test
    void isAnotherForAnotherSeed() {
        var other = new DemoPlan(DemoScale.TINY, 7, FIRST_DAY);
        assertThat(Registry.of(other).bodies().map(DemoBody::name))
                .isNotEqualTo(Registry.of(plan(DemoScale.TINY))
                        .bodies()
                        .map(DemoBody::name)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(DemoScale.class)
    void givesOutEveryIdAndCodeOnce(DemoScale scale) {
        var registry = Registry.of(plan(scale));
        assertThat(registry.bodies().map(DemoBody::id)).doesNotHaveDuplicates();
        assertThat(registry.bodies().flatMap(body -> body.facts().stream()).map(DemoFact::id))
                .doesNotHaveDuplicates();
        assertThat(registry.bodies().map(DemoBody::filingNumber).filter(number -> number != null))
                .doesNotHaveDuplicates();
        assertThat(registry.departments().stream().map(DemoDepartment::name)).doesNotHaveDuplicates();
        var codes = registry.bodies()
                .map(DemoBody::creditCode)
                .filter(code -> code != null)
                .toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(CreditCode::isValid);
        assertThat(registry.bodies().filter(body -> body.creditCode() != null))
                .allMatch(body -> new CreditCode(body.creditCode()).legalForm().orElseThrow() == body.legalForm());
    }

    @ParameterizedTest
    @EnumSource(DemoScale.class)
    void knowsNothingFromTheDayOfTheLoadOrLater(DemoScale scale) {
        var plan = plan(scale);
        var registry = Registry.of(plan);
        assertThat(registry.bodies().flatMap(body -> body.facts().stream()))
                .allMatch(fact -> fact.knownAt().isBefore(plan.start()))
                .allMatch(fact -> fact.to() == null || !fact.to().isBefore(fact.from()))
                .allMatch(fact ->
                        fact.withdrawnAt() == null || !fact.withdrawnAt().isBefore(fact.knownAt()));
        assertThat(registry.memberships())
                .allMatch(member -> member.to() == null || !member.to().isBefore(member.from()));
        assertThat(registry.memberships().flatMap(member -> member.mandates().stream()))
                .allMatch(mandate -> mandate.knownAt().isBefore(plan.start()))
                .allMatch(mandate -> !mandate.to().isBefore(mandate.from()));
    }

    @ParameterizedTest
    @EnumSource(DemoScale.class)
    void hasEveryAwkwardCaseOnPurpose(DemoScale scale) {
        var registry = Registry.of(plan(scale));
        Predicate<DemoFact> now = fact -> fact.to() == null || !fact.to().isBefore(FIRST_DAY);
        assertThat(registry.facts(FactKind.STATUS, fact -> !fact.value().equals("NORMAL")))
                .isPositive();
        assertThat(registry.facts(
                        FactKind.CREDIT_LIST, now.and(fact -> fact.value().equals("SERIOUS"))))
                .isPositive();
        assertThat(registry.facts(
                        FactKind.CREDIT_LIST, now.and(fact -> fact.value().equals("ABNORMAL"))))
                .isPositive();
        assertThat(registry.facts(FactKind.CREDIT_LIST, fact -> fact.withdrawnAt() != null))
                .isPositive();
        assertThat(registry.facts(FactKind.INSPECTION, fact -> fact.value().equals("2025:UNQUALIFIED")))
                .isPositive();
        assertThat(registry.bodies().filter(RegistryMakerTests::unknownInspection))
                .isNotEmpty();
        assertThat(registry.bodies().filter(body -> lapsed(body, now))).isNotEmpty();
        assertThat(registry.facts(FactKind.FILING, fact -> fact.value().equals("DORMANT")))
                .isPositive();
        assertThat(registry.memberships().filter(member -> member.consentedOn() == null))
                .isNotEmpty();
        var mandates = registry.memberships()
                .flatMap(member -> member.mandates().stream())
                .toList();
        assertThat(mandates).anyMatch(mandate -> mandate.revokedAt() != null);
        assertThat(mandates).anyMatch(mandate -> mandate.to().isBefore(FIRST_DAY));
        assertThat(registry.streets().stream()
                        .filter(street -> street.federationId() == null
                                && street.bodies().stream().anyMatch(body -> body.kind() == BodyKind.FILED_GROUP)))
                .isNotEmpty();
        assertThat(registry.bodies()
                        .filter(body -> body.kind() == BodyKind.FEDERATION)
                        .filter(body -> body.facts().stream()
                                .noneMatch(fact -> fact.kind() == FactKind.STATUS && fact.withdrawnAt() == null)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(DemoScale.class)
    void recordsWhatMostDidAndNothingOfSome(DemoScale scale) {
        var plan = plan(scale);
        var registry = Registry.of(plan);
        var lastYear = FIRST_DAY.minusYears(1);
        Predicate<DemoBody> active = body -> body.facts().stream()
                .anyMatch(fact -> fact.kind() == FactKind.ACTIVITY && fact.to().isAfter(lastYear));
        double share = (double) registry.bodies().filter(active).count() / scale.bodies();
        assertThat(share).isBetween(0.6, 0.9);
        assertThat(active).accepts(registry.body(Showcase.of(plan).group()));
        assertThat(registry.facts(
                        FactKind.ACTIVITY,
                        fact -> fact.number() < 1 || !fact.to().isBefore(FIRST_DAY)))
                .isZero();
        for (var kind : ActivityKind.values()) {
            assertThat(registry.facts(FactKind.ACTIVITY, fact -> fact.value().equals(kind.name())))
                    .isPositive();
        }
    }

    private static boolean unknownInspection(DemoBody body) {
        return body.kind() != BodyKind.FILED_GROUP
                && body.foundedOn().isBefore(LocalDate.of(2025, 7, 1))
                && body.facts().stream()
                        .noneMatch(fact -> fact.kind() == FactKind.INSPECTION
                                && fact.value().startsWith("2025"));
    }

    private static boolean lapsed(DemoBody body, Predicate<DemoFact> now) {
        return body.kind() == BodyKind.FILED_GROUP
                && body.facts().stream()
                        .filter(fact -> fact.kind() == FactKind.FILING)
                        .noneMatch(now);
    }

    @ParameterizedTest
    @EnumSource(DemoScale.class)
    void letsOneHeadLeadTwoBodiesOfTheShowcasesCounty(DemoScale scale) {
        var registry = Registry.of(plan(scale));
        var shown = Showcase.of(plan(scale)).organization();
        var head = head(registry.body(shown));
        assertThat(registry.bodies().filter(body -> head.equals(head(body))).map(DemoBody::regionCode))
                .filteredOn(region -> region.startsWith(Showcase.COUNTY))
                .hasSize(2);
        assertThat(registry.bodies()
                        .filter(body -> body.kind() != BodyKind.FILED_GROUP)
                        .map(RegistryMakerTests::head))
                .doesNotContain("");
    }

    private static String head(DemoBody body) {
        return body.facts().stream()
                .filter(fact -> fact.kind() == FactKind.HEAD)
                .map(DemoFact::value)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource(DemoScale.class)
    void putsTheShowcaseIntoOneStreet(DemoScale scale) {
        var plan = plan(scale);
        var showcase = Showcase.of(plan);
        var registry = Registry.of(plan);
        assertThat(registry.departments())
                .anyMatch(department -> department.id().equals(showcase.department())
                        && department.name().equals("成都市新都区桂湖街道办事处")
                        && department.regionCode().equals(Showcase.STREET));
        assertThat(registry.body(showcase.organization()).regionCode()).isEqualTo(Showcase.COUNTY);
        assertThat(registry.body(showcase.federation()).name()).isEqualTo("成都市新都区桂湖街道社区社会组织联合会");
        assertThat(registry.body(showcase.group()).regionCode()).startsWith(Showcase.STREET);
        var membership = registry.memberships()
                .filter(member -> member.memberId().equals(showcase.group()))
                .toList();
        assertThat(membership).singleElement().satisfies(member -> {
            assertThat(member.federationId()).isEqualTo(showcase.federation());
            assertThat(member.consentedOn()).isNotNull();
            assertThat(member.mandates()).singleElement().satisfies(mandate -> {
                assertThat(mandate.categories()).containsExactly("A0402");
                assertThat(mandate.amountCapFen()).isEqualTo(10_000_000);
                assertThat(mandate.to()).isAfter(FIRST_DAY.plusYears(1));
            });
        });
    }

    @Test
    void namesMembersOfFederationsThatExist() {
        var registry = Registry.of(plan(DemoScale.DEFAULT));
        var ids = registry.bodies().collect(Collectors.toMap(DemoBody::id, body -> body));
        var federations = new HashSet<UUID>();
        registry.streets().forEach(street -> {
            if (street.federationId() != null) federations.add(street.federationId());
        });
        assertThat(registry.memberships()).allMatch(member -> federations.contains(member.federationId()));
        assertThat(registry.memberships().map(DemoMembership::memberId)).allMatch(ids::containsKey);
        assertThat(federations).allMatch(id -> ids.get(id).kind() == BodyKind.FEDERATION);
    }

    @Test
    void worksOnAnyDayOfTheYear() {
        for (var day = LocalDate.of(2028, 1, 1); day.getYear() == 2028; day = day.plusDays(9)) {
            var showcase = Registry.of(new DemoPlan(DemoScale.TINY, 1, day));
            assertThat(showcase.bodies().count()).isEqualTo(DemoScale.TINY.bodies());
        }
    }

    private static Regions shipped() {
        try {
            var levels = Map.of("province", 1, "city", 2, "county", 3, "street", 4, "community", 5);
            return RegionTree.of(new ClassPathResource("reference/regions.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new RegionTree.Node(
                            cells[0], cells[1].isEmpty() ? null : cells[1], levels.get(cells[2]), cells[3]))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
