package org.goufu.matching;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.federation.MembershipState;
import org.goufu.kernel.Named;
import org.goufu.matching.domain.Evidence;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.LegalForm;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;

/** Bodies and lots with names, all around one day. */
public final class MatchingFixtures {
    public static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    public static final Instant NOW = Instant.parse("2026-09-01T02:00:00Z");
    public static final Moment MOMENT = Moment.of(NOW);
    public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    public static final Instant KNOWN = Instant.parse("2020-01-01T00:00:00Z");

    public static final String MEALS = "A0402-01";
    public static final String STREET = "510107001";
    public static final String COUNTY = "510107";
    public static final long BUDGET = 9_800_000;

    private MatchingFixtures() {}

    public static UUID id(String name) {
        var hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        // Positive, as ids of version 7 are, so that Java and PostgreSQL sort them alike.
        return new UUID(hash.getMostSignificantBits() & Long.MAX_VALUE, hash.getLeastSignificantBits());
    }

    public static Fact fact(FactKind kind, String value) {
        return fact(kind, value, 0, LONG_AGO, null);
    }

    public static Fact fact(FactKind kind, String value, long number, LocalDate from, @Nullable LocalDate to) {
        return new Fact(
                id(kind + value + number + from + to),
                kind,
                value,
                number,
                from,
                to,
                KNOWN,
                null,
                "登记机关",
                FactOrigin.REGISTRAR,
                null,
                null);
    }

    public static Fact withdrawn(Fact fact, Instant at) {
        return new Fact(
                id(fact.id() + "withdrawn"),
                fact.kind(),
                fact.value(),
                fact.number(),
                fact.from(),
                fact.to(),
                fact.knownAt(),
                at,
                fact.source(),
                fact.origin(),
                fact.evidenceId(),
                fact.confirmedAt());
    }

    public static Fact learnt(Fact fact, Instant at) {
        return new Fact(
                id(fact.id() + "learnt"),
                fact.kind(),
                fact.value(),
                fact.number(),
                fact.from(),
                fact.to(),
                at,
                null,
                fact.source(),
                fact.origin(),
                fact.evidenceId(),
                fact.confirmedAt());
    }

    public static BodyProfile body(String name, BodyKind kind, String region, Fact... facts) {
        return new BodyProfile(
                id(name),
                name,
                kind,
                kind.isLegalPerson() ? LegalForm.ASSOCIATION : null,
                kind.isLegalPerson() ? "51510107MJ00000000" : null,
                kind.isLegalPerson() ? null : "BA-" + STREET + "-2024-0001",
                region,
                LONG_AGO,
                "社区服务",
                "地址",
                List.of(COUNTY),
                1,
                List.of(facts));
    }

    /** The same body with other facts. */
    public static BodyProfile having(BodyProfile body, List<Fact> facts) {
        return new BodyProfile(
                body.id(),
                body.name(),
                body.kind(),
                body.legalForm(),
                body.creditCode(),
                body.filingNumber(),
                body.regionCode(),
                body.foundedOn(),
                body.businessScope(),
                body.address(),
                body.tellPlaces(),
                body.version(),
                facts);
    }

    /** Declares meals, in good standing. */
    public static BodyProfile goodOrganization(Fact... more) {
        return body("锦里社工服务中心", BodyKind.LEGAL_PERSON, COUNTY, with(more, normal(), category(MEALS)));
    }

    /** In good standing, with no categories of its own. */
    public static BodyProfile goodFederation(Fact... more) {
        return body("望江社联会", BodyKind.FEDERATION, STREET, with(more, normal()));
    }

    /** Validly filed, declares meals. */
    public static BodyProfile goodGroup(Fact... more) {
        return body("银龄助餐队", BodyKind.FILED_GROUP, STREET + "002", with(more, filed(), category(MEALS)));
    }

    private static Fact[] with(Fact[] more, Fact... basic) {
        return Stream.concat(Stream.of(basic), Stream.of(more)).toArray(Fact[]::new);
    }

    public static Fact normal() {
        return fact(FactKind.STATUS, "NORMAL");
    }

    public static Fact filed() {
        return fact(FactKind.FILING, "ACTIVE");
    }

    public static Fact category(String code) {
        return fact(FactKind.CATEGORY, code);
    }

    public static Mandate mandate(String... categories) {
        return mandate(BUDGET, LONG_AGO, LocalDate.of(2030, 1, 1), categories);
    }

    public static Mandate mandate(long cap, LocalDate from, LocalDate to, String... categories) {
        return new Mandate(
                id("mandate" + cap + from + to), List.of(categories), cap, List.of(), from, to, KNOWN, null, null);
    }

    public static Membership membership(BodyProfile federation, BodyProfile member, Mandate... mandates) {
        return new Membership(
                id(federation.name() + member.name()),
                federation.id(),
                member.id(),
                MembershipState.CONFIRMED,
                LONG_AGO,
                null,
                LONG_AGO,
                KNOWN,
                KNOWN,
                KNOWN,
                null,
                1,
                List.of(mandates));
    }

    /** The good group through the good federation under the mandate. */
    public static Evidence through(@Nullable Mandate mandate) {
        var federation = goodFederation();
        var group = goodGroup();
        var membership = mandate == null ? membership(federation, group) : membership(federation, group, mandate);
        return new Evidence(federation, group, membership, mandate);
    }

    public static PublishedLot publishedLot(Requirement... requirements) {
        return publishedLot("助餐", MEALS, BUDGET, requirements);
    }

    public static PublishedLot publishedLot(String name, String category, long budget, Requirement... requirements) {
        return new PublishedLot(
                id("lot " + name),
                1,
                id("purchase " + name),
                id("notice " + name),
                name + "采购公告",
                name,
                new Named(id("department"), "望江街道办事处"),
                STREET,
                category,
                List.of(STREET),
                budget,
                ProcurementMethod.BT_COMPARE,
                List.of(requirements),
                NOW,
                NOW.plusSeconds(864_000),
                true,
                1);
    }

    public static LotTerms lot(Requirement... requirements) {
        return LotTerms.of(publishedLot(requirements));
    }
}
