package org.goufu.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.kernel.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lots whose bids lie opened on the table; how they were opened is the affair of other tests. */
final class OpenedLots {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestHouse house;
    private final DatabaseClient database;

    OpenedLots(TestHouse house, DatabaseClient database) {
        this.house = house;
        this.database = database;
    }

    record Opened(UUID lot, UUID purchase, List<UUID> bids) {}

    /** Of {@code organization}, of {@code federation}, and of other legal persons, in this order. */
    Opened with(Map<String, Object> purchase, long... prices) {
        var call = new Purchases(house).publish(purchase);
        var lot = closed(call);
        var bodies = new ArrayList<>(List.of(house.body("organization"), house.body("federation")));
        bodies.addAll(others(bodies));
        box(lot);
        var bids = new ArrayList<UUID>();
        for (int i = 0; i < prices.length; i++) bids.add(bid(lot, i, bodies.get(i), prices[i]));
        return new Opened(lot, UUID.fromString(call.path("purchaseId").asString()), bids);
    }

    /** The same call as if its deadline had passed yesterday: what was published never changes, so it is published once more. */
    private UUID closed(JsonNode call) {
        var lot = Ids.next();
        var copy = """
                with copied as (
                    insert into purchase.notice (id, number, purchase_id, type, format_code, title, department_id,
                        department_name, region_code, service_region_codes, category_codes, method, amount_fen, published_at,
                        deadline, content, digest)
                    select :copy, n.number || '-' || :lot, n.purchase_id, n.type, n.format_code, n.title, n.department_id,
                           n.department_name, n.region_code, n.service_region_codes, n.category_codes, n.method, n.amount_fen,
                           n.published_at, platform.now() - interval '1 day', c.content, sha256(convert_to(c.content, 'UTF8'))
                      from purchase.notice n,
                           lateral (select replace(n.content, :original, :lot) as content) c
                     where n.id = :call
                    returning id, deadline)
                insert into purchase.lot (id, notice_id, number, title, category_code, service_region_codes, budget_fen,
                                          requirements, deadline)
                select cast(:lot as uuid), copied.id, l.number, l.title, l.category_code, l.service_region_codes, l.budget_fen,
                       l.requirements, copied.deadline
                  from copied, purchase.lot l
                 where l.notice_id = :call
                """;
        database.sql(copy)
                .bind("copy", Ids.next())
                .bind("call", UUID.fromString(call.path("id").asString()))
                .bind("original", call.path("lots").get(0).path("id").asString())
                .bind("lot", lot.toString())
                .then()
                .block(PATIENCE);
        return lot;
    }

    private List<UUID> others(List<UUID> known) {
        return database.sql("""
                        select id from organization.body
                         where kind = 'LEGAL_PERSON' and not id = any(:known) order by id limit 3
                        """)
                .bind("known", known.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collectList()
                .block(PATIENCE);
    }

    private void box(UUID lot) {
        run("""
                insert into bidding.box (lot, purchase, notice, digest, title, deadline, state, sealed_at)
                select l.id, n.purchase_id, n.id, n.digest, l.title, l.deadline, 'SEALED', l.deadline
                  from purchase.lot l join purchase.notice n on n.id = l.notice_id
                 where l.id = cast(:lot as uuid)
                """, Map.of("lot", lot.toString()));
        run("""
                insert into bidding.opening (lot, purchase, notice, department, title, method, least, budget_fen, staged, bids,
                                             state, begun_by, begun_name, begun_at, check_until)
                select b.lot, b.purchase, b.notice, n.department_id, b.title, n.method, 1, n.amount_fen, false, 3,
                       'OPENED', b.lot, '演示经办人', platform.now(), platform.now()
                  from bidding.box b join purchase.notice n on n.id = b.notice
                 where b.lot = cast(:lot as uuid)
                """, Map.of("lot", lot.toString()));
        run("""
                insert into bidding.opening_stage (id, lot, stage, released_at, opened_at, record, digest)
                values (cast(:id as uuid), cast(:lot as uuid), 'ALL', platform.now(), platform.now(), 'x', sha256('x'))
                """, Map.of("lot", lot.toString(), "id", Ids.next().toString()));
    }

    private UUID bid(UUID lot, int place, UUID body, long price) {
        var id = Ids.next();
        var part = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "format",
                        "goufu-price/1",
                        "totalFen",
                        price,
                        "lines",
                        List.of(Map.of("item", "助餐", "unit", "年", "quantity", 1, "fen", price)),
                        "note",
                        ""));
        database.sql("""
                        insert into bidding.envelope (id, lot, body, manifest, digest)
                        values (:id, :lot, :body, :manifest, sha256(:manifest))
                        """)
                .bind("id", id)
                .bind("lot", lot)
                .bind("body", body)
                .bind("manifest", ("bid " + place).getBytes(StandardCharsets.UTF_8))
                .then()
                .block(PATIENCE);
        run(
                """
                insert into bidding.opened_bid (envelope, lot, place, body, name, body_kind, accepted_at, pending, outcome, price)
                select cast(:id as uuid), cast(:lot as uuid), cast(:place as integer), b.id, b.name, b.kind,
                       platform.now() - interval '2 days', false, 'OPENED', :price
                  from organization.body b
                 where b.id = cast(:body as uuid)
                """,
                Map.of(
                        "id", id.toString(),
                        "lot", lot.toString(),
                        "place", String.valueOf(place),
                        "body", body.toString(),
                        "price", part));
        return id;
    }

    /** The bid as if it had been given by its bidder together with the other, which gets the rest of the price. */
    void together(UUID bid, UUID other, String work, int share) {
        run(
                """
                with agreed as (
                    insert into bidding.consortium_version (hash, document, lot, lead, terms, made_by)
                    select sha256(convert_to(:bid, 'UTF8')), convert_to(:bid, 'UTF8'), b.lot, b.body, '', ''
                      from bidding.opened_bid b
                     where b.envelope = cast(:bid as uuid)
                    returning hash, lead),
                members as (
                    insert into bidding.consortium_member (hash, body, name, work, share)
                    select agreed.hash, o.id, o.name, :work,
                           case when o.id = agreed.lead then 10000 - cast(:share as integer) else cast(:share as integer) end
                      from agreed, organization.body o
                     where o.id in (agreed.lead, cast(:other as uuid)))
                update bidding.opened_bid b
                   set agreement = agreed.hash, acting_for = array[cast(:other as uuid)]
                  from agreed
                 where b.envelope = cast(:bid as uuid)
                """,
                Map.of(
                        "bid", bid.toString(),
                        "other", other.toString(),
                        "work", work,
                        "share", String.valueOf(share)));
    }

    private void run(String sql, Map<String, String> values) {
        var statement = database.sql(sql);
        for (var value : values.entrySet()) statement = statement.bind(value.getKey(), value.getValue());
        statement.then().block(PATIENCE);
    }
}
