package org.goufu.demo.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.demo.domain.CertificateMaker;
import org.goufu.demo.domain.DemoBody;
import org.goufu.demo.domain.DemoStreet;
import org.goufu.demo.domain.RegistryMaker;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.platform.database.BulkCopy;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes departments, bodies with their facts, memberships and mandates: all in one transaction, a few thousand bodies at a time. */
@Component
class RegistryStep implements DemoStep {
    private static final int BODIES_AT_A_TIME = 4_000;

    private static final String EMPTY_REGISTRY = """
            truncate organization.department, organization.body, organization.fact, organization.tell_place,
                     organization.body_change, organization.body_past, organization.filing, organization.filing_act,
                     organization.filing_serial, organization.told_ending, organization.settled_conflict,
                     organization.joined_body
            """;
    private static final String EMPTY_FEDERATIONS = """
            truncate federation.federation, federation.membership, federation.mandate, federation.membership_act,
                     federation.hosting_agreement, federation.told_expiry, federation.past_seat, federation.filed_group
            """;
    private static final String DEPARTMENTS = """
            copy organization.department (id, name, credit_code, region_code, purchaser_type, address, phone) from stdin
            """;
    private static final String BODIES = """
            copy organization.body (id, name, kind, legal_form, credit_code, filing_number, region_code, founded_on,
                                    business_scope, address, known_at, registration_authority, registration) from stdin
            """;
    private static final String FACTS = """
            copy organization.fact (id, body_id, kind, value, number, valid_from, valid_to, known_at, withdrawn_at, source,
                                    origin)
            from stdin
            """;
    private static final String FEDERATIONS = "copy federation.federation (id, street_code) from stdin";
    private static final String GROUPS = "copy federation.filed_group (id, name, region_code, filed) from stdin";
    private static final String MEMBERSHIPS = """
            copy federation.membership (id, federation_id, member_id, valid_from, valid_to, consented_on, known_at, state,
                                        consent_known_at, confirmed_at, end_known_at, ended_by) from stdin
            """;
    private static final String MANDATES = """
            copy federation.mandate (id, membership_id, categories, amount_cap_fen, places, valid_from, valid_to, known_at,
                                     revoked_at) from stdin
            """;
    private static final String HOSTINGS = """
            copy federation.hosting_agreement (id, membership_id, group_id, scope, valid_from, valid_to, state, proposed_at,
                                               proposed_by, answered_at, answered_by) from stdin
            """;
    /** Groups from before the platform: what the registry knows of them, without their papers. */
    private static final String FILINGS = """
            insert into organization.filing (id, state, name, community_code, number, filed_on, valid_to, record, course)
            select group_.id, case when newest.value = 'ACTIVE' then 'FILED_ACTIVE' else newest.value end, group_.name,
                   group_.region_code, group_.filing_number, group_.founded_on, newest.valid_to,
                   jsonb_build_object(
                       'name', group_.name, 'communityCode', group_.region_code, 'foundedOn', group_.founded_on,
                       'venue', group_.address, 'purpose', group_.business_scope,
                       'type', coalesce((select value from organization.fact
                                          where body_id = group_.id and kind = 'ACTIVITY' limit 1), 'AFFAIRS'),
                       'categories', (select coalesce(jsonb_agg(value order by value), '[]') from organization.fact
                                       where body_id = group_.id and kind = 'CATEGORY'),
                       'coreMembers', '[]'::jsonb, 'attachments', '[]'::jsonb),
                   '{}'
              from organization.body as group_
              join lateral (select value, valid_to from organization.fact
                             where body_id = group_.id and kind = 'FILING'
                             order by valid_from desc
                             limit 1) as newest on true
             where group_.kind = 'FILED_GROUP'
            """;

    private static final List<String> STATISTICS = List.of(
            "analyze organization.department",
            "analyze organization.body",
            "analyze organization.fact",
            "analyze federation.federation",
            "analyze federation.filed_group",
            "analyze federation.membership",
            "analyze federation.mandate");

    private final BulkCopy bulk;
    private final Regions regions;
    private final CertificateMaker certificates;
    private final JsonMapper json;

    RegistryStep(BulkCopy bulk, Regions regions, JsonMapper json) {
        this.bulk = bulk;
        this.regions = regions;
        this.certificates = new CertificateMaker(regions);
        this.json = json;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        return bulk.inOneTransaction(session -> write(plan, session, progress));
    }

    private void write(DemoPlan plan, BulkCopy.Session session, Progress progress) throws SQLException, IOException {
        var maker = new RegistryMaker(plan, regions);
        session.execute(EMPTY_REGISTRY);
        session.execute(EMPTY_FEDERATIONS);
        departments(session, maker);
        var pending = new ArrayList<DemoStreet>();
        int bodies = 0;
        int written = 0;
        for (var streets = Stream.concat(maker.streets(), Stream.of(maker).flatMap(RegistryMaker::organizations))
                        .iterator();
                streets.hasNext(); ) {
            var street = streets.next();
            pending.add(street);
            bodies += street.bodies().size();
            if (bodies >= BODIES_AT_A_TIME || !streets.hasNext()) {
                flush(session, pending);
                written += bodies;
                progress.report("bodies", written, plan.scale().bodies());
                pending.clear();
                bodies = 0;
            }
        }
        for (var statistics : STATISTICS) {
            session.execute(statistics);
        }
        session.execute(FILINGS);
        session.execute("analyze organization.filing");
    }

    private static void departments(BulkCopy.Session session, RegistryMaker maker) throws SQLException {
        try (var rows = session.copy(DEPARTMENTS)) {
            for (var department : maker.departments()) {
                rows.row(
                        department.id(),
                        department.name(),
                        department.creditCode(),
                        department.regionCode(),
                        department.purchaserType(),
                        department.address(),
                        department.phone());
            }
        }
    }

    private void flush(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        bodies(session, streets);
        facts(session, streets);
        federations(session, streets);
        groups(session, streets);
        memberships(session, streets);
        mandates(session, streets);
        hostings(session, streets);
    }

    private void bodies(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        try (var rows = session.copy(BODIES)) {
            for (var street : streets) {
                for (var body : street.bodies()) {
                    boolean filed = body.kind() == BodyKind.FILED_GROUP;
                    rows.row(
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
                            body.foundedOn().atStartOfDay(BusinessClock.ZONE).toInstant(),
                            filed ? null : certificates.authority(body),
                            filed ? "{}" : json.writeValueAsString(certificates.registration(body)));
                }
            }
        }
    }

    private static void facts(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        try (var rows = session.copy(FACTS)) {
            for (var street : streets) {
                for (var body : street.bodies()) {
                    for (var fact : body.facts()) {
                        rows.row(
                                fact.id(),
                                body.id(),
                                fact.kind(),
                                fact.value(),
                                fact.number(),
                                fact.from(),
                                fact.to(),
                                fact.knownAt(),
                                fact.withdrawnAt(),
                                fact.source(),
                                FactOrigin.DEMO);
                    }
                }
            }
        }
    }

    private static void federations(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        try (var rows = session.copy(FEDERATIONS)) {
            for (var street : streets) {
                if (street.federationId() != null) rows.row(street.federationId(), street.code());
            }
        }
    }

    private static void groups(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        try (var rows = session.copy(GROUPS)) {
            for (var street : streets) {
                for (var body : street.bodies()) {
                    if (body.kind() != BodyKind.FILED_GROUP) continue;
                    rows.row(body.id(), body.name(), body.regionCode(), daysFiled(body));
                }
            }
        }
    }

    /** As PostgreSQL writes a set of days. */
    private static String daysFiled(DemoBody body) {
        return body.facts().stream()
                .filter(fact ->
                        fact.kind() == FactKind.FILING && fact.value().equals("ACTIVE") && fact.withdrawnAt() == null)
                .map(fact -> "[%s,%s".formatted(fact.from(), fact.to() == null ? ")" : fact.to() + "]"))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void memberships(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        try (var rows = session.copy(MEMBERSHIPS)) {
            for (var street : streets) {
                for (var member : street.memberships()) {
                    rows.row(
                            member.id(),
                            member.federationId(),
                            member.memberId(),
                            member.from(),
                            member.to(),
                            member.consentedOn(),
                            member.knownAt(),
                            member.state(),
                            member.consentedOn() == null ? null : member.knownAt(),
                            member.consentedOn() == null ? null : member.knownAt(),
                            member.to() == null ? null : member.knownAt(),
                            member.to() == null || member.consentedOn() == null ? null : "MEMBER");
                }
            }
        }
    }

    private static void mandates(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        try (var rows = session.copy(MANDATES)) {
            for (var street : streets) {
                for (var member : street.memberships()) {
                    for (var mandate : member.mandates()) {
                        rows.row(
                                mandate.id(),
                                member.id(),
                                mandate.categories(),
                                mandate.amountCapFen(),
                                mandate.places(),
                                mandate.from(),
                                mandate.to(),
                                mandate.knownAt(),
                                mandate.revokedAt());
                    }
                }
            }
        }
    }

    /** As long as the mandates run. */
    private static void hostings(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        try (var rows = session.copy(HOSTINGS)) {
            for (var street : streets) {
                for (var member : street.memberships()) {
                    var hosting = member.hosting();
                    if (hosting == null) continue;
                    rows.row(
                            hosting.id(),
                            member.id(),
                            member.memberId(),
                            hosting.scope(),
                            member.from(),
                            member.mandates().getLast().to(),
                            "ACTIVE",
                            member.knownAt(),
                            "演示联合会专员",
                            member.knownAt(),
                            "演示备案组织联系人");
                }
            }
        }
    }
}
