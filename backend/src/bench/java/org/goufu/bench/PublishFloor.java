package org.goufu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What publishing costs without any program: the statements and queries that a publication needs, one after the other over one
 * JDBC connection and one HTTP connection, with rows like those of a purchase that the platform has just published.
 */
final class PublishFloor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PURCHASE = """
            insert into purchase.purchase (id, number, department_id, state, content, authors, title, budget_fen, bid_deadline,
                                           errors, warnings, updated_by_name)
            select ?, cast(? as text), department_id, state, content, authors, title, budget_fen, bid_deadline,
                   errors, warnings, updated_by_name
              from purchase.purchase where id = ?
            """;

    private static final String NUMBER = """
            insert into purchase.notice_number as numbers (county_code, year, last) values ('000000', 1, 1)
                on conflict (county_code, year) do update set last = numbers.last + 1
            """;

    private static final String NOTICE = """
            with act as (
                insert into purchase.act (purchase_id, by_id, by_name, act) values (?, ?, '量度', 'PUBLISHED'))
            insert into purchase.notice (id, number, purchase_id, type, format_code, title, department_id, department_name,
                                         region_code, service_region_codes, category_codes, method, amount_fen, published_at,
                                         deadline, content, digest)
            select ?, cast(? as text), ?, type, format_code, title, department_id, department_name,
                   region_code, service_region_codes, category_codes, method, amount_fen, published_at,
                   deadline, content, digest
              from purchase.notice where id = ?
            """;

    private static final String LOT = """
            insert into purchase.lot (id, notice_id, number, title, category_code, service_region_codes, budget_fen,
                                      requirements, deadline)
            select ?, ?, number, title, category_code, service_region_codes, budget_fen, requirements, deadline
              from purchase.lot where id = ?
            """;

    private static final String NEWS = """
            with event as (
                insert into platform.outbox_event (type, payload) values ('Measured', '{}') returning id)
            select pg_notify('measured', '') from event
            """;

    private static final String ENTRY = """
            select ledger.append(array ['NOTICE_PUBLISHED'], array [cast(? as uuid)], array [cast(? as uuid)],
                                 array [repeat('00', 32)], array ['{"follows":"","kind":"NOTICE_PUBLISHED"}'], true)
            """;

    private static final String KEEP = """
            insert into matching.lot (id, number, notice_id, purchase_id, notice_title, title, department_id, department_name,
                                      region_code, category_code, service_regions, budget_fen, method, requirements,
                                      published_at, deadline, ended, version)
            select ?, number, notice_id, purchase_id, notice_title, title, department_id, department_name,
                   region_code, category_code, service_regions, budget_fen, method, requirements,
                   published_at, deadline, true, version
              from matching.lot where id = ?
            """;

    private static final String PROFILES = """
            select b.*,
                   coalesce((select array_agg(p.region_code order by p.region_code)
                               from organization.tell_place p where p.body_id = b.id),
                            array [substr(b.region_code, 1, 6)]) as tell_places,
                   (select jsonb_agg(jsonb_build_object(
                               'id', f.id, 'kind', f.kind, 'value', f.value, 'number', f.number,
                               'from', f.valid_from, 'to', f.valid_to,
                               'knownAt', f.known_at, 'withdrawnAt', f.withdrawn_at, 'source', f.source)
                               order by f.kind, f.valid_from, f.id)
                      from organization.fact f where f.body_id = b.id)::text as facts
              from organization.body b where b.id = any(?)
            """;

    private static final String MEMBERSHIPS = """
            select m.*,
                   (select jsonb_agg(jsonb_build_object(
                               'id', d.id, 'categories', d.categories, 'amountCapFen', d.amount_cap_fen,
                               'places', d.places, 'from', d.valid_from, 'to', d.valid_to,
                               'knownAt', d.known_at, 'revokedAt', d.revoked_at)
                               order by d.valid_from, d.id)
                      from federation.mandate d where d.membership_id = m.id)::text as mandates
              from federation.membership m where m.member_id = any(?) order by m.member_id, m.valid_from, m.id
            """;

    private static final String READ_MATCHES = """
            select body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility, score, tells,
                   reasons::text as reasons, members::text as members
              from matching.match where lot_id = ?
            """;

    private static final String MATCHES = """
            insert into matching.match (lot_id, body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility,
                                        score, tells, reasons, members, judged_at, since)
            select ?, body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility, score, tells,
                   cast(reasons as json), cast(members as json), platform.now(), platform.now()
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::int[],
                          ?::boolean[], ?::text[], ?::text[])
                   as row (body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility, score, tells,
                           reasons, members)
            """;

    private static final String INBOX = """
            with told as (
                insert into notification.inbox (recipient_id, kind, notice_id, purchase_id, lot_id, title, reasons, at,
                                                batch_id, batch_seq)
                select telling.recipient, 'match', ?, ?, ?, '量度', cast(telling.reasons as jsonb), platform.now(), ?, telling.seq
                  from unnest(?::uuid[], ?::text[]) with ordinality as telling (recipient, reasons, seq)
                returning at)
            insert into notification.batch (id, kind, lot_id, told_at, told)
            select ?, 'match', ?, min(at), count(*) from told having count(*) > 0
            """;

    private final Connection connection;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String elasticsearch;
    private final String notices;
    private final String capabilities;

    PublishFloor(String database, String elasticsearch, String notices, String capabilities) throws SQLException {
        this.connection = DriverManager.getConnection(database, "postgres", "postgres");
        this.connection.setAutoCommit(false);
        this.elasticsearch = elasticsearch;
        this.notices = notices;
        this.capabilities = capabilities;
    }

    /** What was published, and the request that finds who could take part. */
    record Published(UUID purchaseId, UUID noticeId, UUID lotId, byte[] candidates) {}

    /** Nanoseconds of all statements and queries together; what was put into the index is taken out again afterwards. */
    long like(Published published) throws SQLException, IOException, InterruptedException {
        var document = JSON.readTree(get("/" + notices + "/_doc/" + published.noticeId())).path("_source");
        var matches = columns(published.lotId());
        var purchase = Ids.next();
        var notice = Ids.next();
        var lot = Ids.next();

        long begin = System.nanoTime();
        execute(PURCHASE, purchase, purchase, published.purchaseId());
        execute(NUMBER);
        execute(NOTICE, purchase, purchase, notice, notice, purchase, published.noticeId());
        execute(LOT, lot, notice, published.lotId());
        execute(NEWS);
        execute(ENTRY, notice, purchase);
        connection.commit();
        send("PUT", "/" + notices + "/_doc/" + notice + "?refresh=true", JSON.writeValueAsBytes(document));
        execute(KEEP, lot, published.lotId());
        connection.commit();
        judge(JSON.readTree(send("POST", "/" + capabilities + "/_search?filter_path=hits.hits.sort", published.candidates())));
        write(lot, matches);
        execute(NEWS);
        connection.commit();
        tell(published, lot, matches);
        connection.commit();
        long end = System.nanoTime();

        send("DELETE", "/" + notices + "/_doc/" + notice + "?refresh=true", new byte[0]);
        return end - begin;
    }

    private void judge(JsonNode answer) throws SQLException {
        Set<String> bodies = new LinkedHashSet<>();
        Set<String> members = new LinkedHashSet<>();
        for (var hit : answer.at("/hits/hits")) {
            var bidder = hit.at("/sort/0").asString();
            var body = hit.at("/sort/1").asString();
            bodies.add(bidder);
            bodies.add(body);
            if (!bidder.equals(body)) members.add(body);
        }
        read(PROFILES, bodies);
        read(MEMBERSHIPS, members);
    }

    private void read(String sql, Set<String> ids) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) rows.getString(rows.getMetaData().getColumnCount());
            }
        }
    }

    /** The columns of the lot's matches, as arrays for one statement. */
    private List<List<Object>> columns(UUID lot) throws SQLException {
        List<List<Object>> columns = new ArrayList<>();
        for (int i = 0; i < 11; i++) columns.add(new ArrayList<>());
        try (var statement = connection.prepareStatement(READ_MATCHES)) {
            statement.setObject(1, lot);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (int i = 0; i < columns.size(); i++) columns.get(i).add(rows.getObject(i + 1));
                }
            }
        }
        connection.commit();
        return columns;
    }

    private void write(UUID lot, List<List<Object>> matches) throws SQLException {
        var types = List.of("uuid", "text", "text", "text", "uuid", "text", "text", "int4", "bool", "text", "text");
        try (var statement = connection.prepareStatement(MATCHES)) {
            statement.setObject(1, lot);
            for (int i = 0; i < matches.size(); i++) statement.setArray(i + 2, array(types.get(i), matches.get(i)));
            statement.executeUpdate();
        }
    }

    private void tell(Published published, UUID lot, List<List<Object>> matches) throws SQLException {
        var recipients = new ArrayList<Object>();
        var reasons = new ArrayList<Object>();
        for (int i = 0; i < matches.getFirst().size(); i++) {
            if (Boolean.FALSE.equals(matches.get(8).get(i))) continue;
            recipients.add(matches.getFirst().get(i));
            reasons.add(matches.get(9).get(i));
        }
        var batch = Ids.next();
        try (var statement = connection.prepareStatement(INBOX)) {
            bind(statement, published.noticeId(), published.purchaseId(), lot, batch);
            statement.setArray(5, array("uuid", recipients));
            statement.setArray(6, array("text", reasons));
            statement.setObject(7, batch);
            statement.setObject(8, lot);
            statement.executeUpdate();
        }
    }

    private Array array(String type, List<Object> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private void execute(String sql, UUID... ids) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, ids);
            statement.execute();
        }
    }

    private static void bind(PreparedStatement statement, UUID... ids) throws SQLException {
        for (int i = 0; i < ids.length; i++) statement.setObject(i + 1, ids[i]);
    }

    private String get(String path) throws IOException, InterruptedException {
        return send("GET", path, new byte[0]);
    }

    private String send(String method, String path, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(elasticsearch + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
        return answer.body();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
