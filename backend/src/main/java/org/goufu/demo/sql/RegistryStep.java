package org.goufu.demo.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.demo.domain.DemoStreet;
import org.goufu.demo.domain.RegistryMaker;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes departments, bodies with their facts, memberships and mandates: all in one transaction, a few thousand bodies at a time. */
@Component
class RegistryStep implements DemoStep {
    private static final int BODIES_AT_A_TIME = 4_000;

    private static final String EMPTY_REGISTRY = """
            truncate organization.department, organization.body, organization.fact, organization.tell_place
            """;
    private static final String EMPTY_FEDERATIONS = """
            truncate federation.federation, federation.membership, federation.mandate
            """;
    private static final String DEPARTMENTS = """
            copy organization.department (id, name, credit_code, region_code, purchaser_type, address, phone) from stdin
            """;
    private static final String BODIES = """
            copy organization.body (id, name, kind, legal_form, credit_code, filing_number, region_code, founded_on,
                                    business_scope, address) from stdin
            """;
    private static final String FACTS = """
            copy organization.fact (id, body_id, kind, value, number, valid_from, valid_to, known_at, withdrawn_at, source)
            from stdin
            """;
    private static final String FEDERATIONS = "copy federation.federation (id, street_code) from stdin";
    private static final String MEMBERSHIPS = """
            copy federation.membership (id, federation_id, member_id, valid_from, valid_to, consented_on, known_at) from stdin
            """;
    private static final String MANDATES = """
            copy federation.mandate (id, membership_id, categories, amount_cap_fen, places, valid_from, valid_to, known_at,
                                     revoked_at) from stdin
            """;
    private static final List<String> STATISTICS = List.of(
            "analyze organization.department",
            "analyze organization.body",
            "analyze organization.fact",
            "analyze federation.federation",
            "analyze federation.membership",
            "analyze federation.mandate");

    private final BulkCopy bulk;
    private final Regions regions;

    RegistryStep(BulkCopy bulk, Regions regions) {
        this.bulk = bulk;
        this.regions = regions;
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

    private static void flush(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        bodies(session, streets);
        facts(session, streets);
        federations(session, streets);
        memberships(session, streets);
        mandates(session, streets);
    }

    private static void bodies(BulkCopy.Session session, List<DemoStreet> streets) throws SQLException {
        try (var rows = session.copy(BODIES)) {
            for (var street : streets) {
                for (var body : street.bodies()) {
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
                            body.address());
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
                                fact.source());
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
                            member.knownAt());
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
}
