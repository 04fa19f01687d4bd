package org.goufu.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.ProblemException;
import org.goufu.kernel.Role;
import org.goufu.platform.database.Transactions;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** What lots come to: terminations by two persons, results through the door. */
@GoufuIT
class OutcomesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TERMINATION = "/api/lots/{id}/termination";
    private static final String PUBLICATION = TERMINATION + "/publication";
    private static final Map<String, String> CANCELLED =
            Map.of("reason", "TASK_CANCELLED", "explanation", "因街道年度预算调整，本项目不再实施。");

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @Autowired
    Outcomes outcomes;

    @Autowired
    PurchaseDirectory directory;

    @Autowired
    Transactions transactions;

    Purchases purchases;

    @BeforeEach
    void setUp() {
        purchases = new Purchases(house);
    }

    @Test
    void aLotEndsWhenASecondPersonPublishesWhy() {
        var call = purchases.publish(purchases.lunches("将要终止的助餐"));
        var lot = lot(call);
        prepare(lot, CANCELLED);

        assertThat(outcome(call, "approver").at("/prepared/reason").asString()).isEqualTo("TASK_CANCELLED");
        assertThat(outcome(call, "organization").at("/prepared").isNull()).isTrue();

        var notice = TestHouse.json(house.post("approver", Map.of(), PUBLICATION, lot));
        assertThat(notice.path("formatCode").asString()).isEqualTo("N07");
        assertThat(notice.path("title").asString()).isEqualTo("将要终止的助餐 终止公告");
        assertThat(notice.path("fields").toString()).contains("采购任务取消", "因街道年度预算调整");

        var after = outcome(call, "organization");
        assertThat(after.path("outcome").asString()).isEqualTo("TERMINATED");
        assertThat(after.path("noticeId").asString())
                .isEqualTo(notice.path("id").asString());
        assertThat(status(call)).isEqualTo("TERMINATED");
        var purchase = purchases.get("officer", "/api/purchases/{id}", purchaseOf(call));
        assertThat(purchase.path("state").asString()).isEqualTo("TERMINATED");
        assertThat(purchase.path("history").toString()).contains("\"TERMINATED\"");
        assertThat(directory.lot(lot).block(PATIENCE).open()).isFalse();
        Refusal.act(house.as("approver"), PUBLICATION, lot).is(409, "purchase/lot-decided");
        put("officer", lot, CANCELLED).is(409, "purchase/lot-decided");
    }

    @Test
    void saysWhatIsMissing() {
        var lot = lot(purchases.publish(purchases.lunches("写不清为什么终止")));
        put("officer", lot, Map.of("explanation", "没有理由"))
                .is(422, "purchase/termination-incomplete", "/reason required");
        put("officer", lot, Map.of("reason", "OVER_BUDGET"))
                .is(422, "purchase/termination-incomplete", "/explanation required");
        put("officer", lot, Map.of("reason", "OVER_BUDGET", "explanation", "长".repeat(2_001)))
                .is(422, "purchase/termination-incomplete", "/explanation too-long");
        put("officer", lot, Map.of("reason", "LESS_THAN_THREE", "explanation", "说是不足三家"))
                .is(422, "purchase/termination-incomplete", "/reason said-by-the-platform");
        put("officer", Ids.next(), CANCELLED).is(404, "purchase/lot-not-found");
        Refusal.act(house.as("approver"), PUBLICATION, lot).is(404, "purchase/termination-missing");
    }

    @Test
    void nobodyEndsAPurchaseAlone() {
        var lot = lot(purchases.publish(purchases.lunches("一个人终止不了")));
        prepare(lot, CANCELLED);
        database.sql("update purchase.termination set by_id = :approver where lot_id = :lot")
                .bind(
                        "approver",
                        UUID.fromString(house.get("approver", "/api/me")
                                .at("/account/id")
                                .asString()))
                .bind("lot", lot)
                .then()
                .block(PATIENCE);
        Refusal.act(house.as("approver"), PUBLICATION, lot).is(403, "purchase/termination-same-person");
        house.as("officer")
                .delete()
                .uri(TERMINATION, lot)
                .exchange()
                .expectStatus()
                .isNoContent();
        Refusal.act(house.as("approver"), PUBLICATION, lot).is(404, "purchase/termination-missing");
    }

    @Test
    void whatTheOpeningFoundIsOnlyWordedBetter() {
        var call = purchases.publish(purchases.lunches("开启时不足三家"));
        var lot = lot(call);
        transactions
                .write(outcomes.prepareTermination(lot, TerminationReason.LESS_THAN_THREE, "只收到一份响应文件。"))
                .block(PATIENCE);
        assertThat(outcome(call, "officer").at("/prepared/by").isNull()).isTrue();
        Refusal.of(house.as("officer").delete().uri(TERMINATION, lot)).is(409, "purchase/termination-of-the-platform");
        prepare(lot, Map.of("explanation", "截止时只收到一份响应文件，不足三家。"));
        assertThat(outcome(call, "officer").at("/prepared/reason").asString()).isEqualTo("LESS_THAN_THREE");
        var notice = TestHouse.json(house.post("approver", Map.of(), PUBLICATION, lot));
        assertThat(notice.path("fields").toString()).contains("不足规定家数", "只收到一份响应文件，不足三家");
    }

    /** Else it could be dropped, and nobody could say any more that too few came: the lot would never have its second run. */
    @Test
    void whatTheOpeningFoundTakesThePlaceOfWhatAPersonPrepared() {
        var call = purchases.publish(purchases.lunches("先写取消，开启时不足三家"));
        var lot = lot(call);
        prepare(lot, CANCELLED);
        found(lot);
        assertThat(outcome(call, "officer").at("/prepared/reason").asString()).isEqualTo("LESS_THAN_THREE");
        Refusal.of(house.as("officer").delete().uri(TERMINATION, lot)).is(409, "purchase/termination-of-the-platform");
        prepare(lot, Map.of("explanation", "截止时只收到一份响应文件，不足三家。"));
        found(lot);
        assertThat(outcome(call, "officer").at("/prepared/explanation").asString())
                .as("worded better by a person")
                .isEqualTo("截止时只收到一份响应文件，不足三家。");
        house.post("approver", Map.of(), PUBLICATION, lot);
        found(lot);
        assertThat(outcome(call, "officer").at("/prepared").isNull()).isTrue();
    }

    private void found(UUID lot) {
        transactions
                .write(outcomes.prepareTermination(lot, TerminationReason.LESS_THAN_THREE, "只收到一份响应文件。"))
                .block(PATIENCE);
    }

    /** Two lots of one call, of which one ended: what waits at it waits no more, while the other goes on. */
    @Test
    @SuppressWarnings("unchecked")
    void aLotOfSeveralIsDecidedByItself() {
        var form = new HashMap<>(purchases.lunches("两个采购包，终止一个"));
        var lunches = ((List<Map<String, Object>>) form.get("lots")).getFirst();
        var suppers = new HashMap<>(lunches);
        suppers.putAll(Map.of("title", "晚餐服务", "budgetFen", 5_000_000));
        form.put("lots", List.of(lunches, suppers));
        var call = purchases.publish(form);
        var ended = lot(call);
        var running = UUID.fromString(call.path("lots").get(1).path("id").asString());
        prepare(ended, CANCELLED);
        assertThat(directory.decided(List.of(ended, running)).collectList().block(PATIENCE))
                .isEmpty();
        house.post("approver", Map.of(), PUBLICATION, ended);
        assertThat(directory.decided(List.of(ended, running)).collectList().block(PATIENCE))
                .containsExactly(ended);
        prepare(running, CANCELLED);
        house.post("approver", Map.of(), PUBLICATION, running);
        assertThat(directory.decided(List.of(ended, running)).collectList().block(PATIENCE))
                .containsExactlyInAnyOrder(ended, running);
    }

    @Test
    void aResultNeedsAClosedLotOfOnesOwnAndComesOnce() {
        var call = purchases.publish(purchases.lunches("评审过的助餐"));
        var open = lot(call);
        refuses(award(open), "purchase/lot-open");
        var closed = closed(call);
        StepVerifier.create(
                        outcomes.award(actor(Ids.next()), awardOf(closed), null).as(transactions::write))
                .expectErrorMatches(failure -> code(failure).equals("purchase/lot-not-found"))
                .verify(PATIENCE);

        var id = award(closed).block(PATIENCE);
        var notice = purchases.get("organization", "/api/notices/{id}", id);
        assertThat(notice.path("formatCode").asString()).isEqualTo("P02");
        assertThat(notice.path("amountFen").asLong()).isEqualTo(9_600_000);
        assertThat(notice.path("fields").toString())
                .contains("示例社会工作服务中心", "96,000 元", "91.25", "示例评审甲、示例采购人代表（采购人代表）", "第 2 名", "南竹棋友会");
        refuses(award(closed), "purchase/lot-decided");
    }

    /** The statutory medium publishes it first (product.md 12). */
    @Test
    void aResultAboveTheLimitCarriesAReferenceOfItsOwn() {
        var call = purchases.publish(purchases.statutory("中标的社工站运营", "OPEN_TENDER"));
        var closed = closed(call);
        refuses(award(closed), "purchase/result-unreferenced");
        refuses(award(closed, result(call.at("/official/noticeId").asString())), "purchase/result-unreferenced");
        refuses(
                award(closed(purchases.publish(purchases.lunches("限额以下"))), result("1")),
                "purchase/result-unreferenced");

        var notice = purchases.get(
                "organization",
                "/api/notices/{id}",
                award(closed, result("51010-jg-1")).block(PATIENCE));
        assertThat(notice.path("formatCode").asString()).isEqualTo("N05");
        assertThat(notice.at("/official/noticeId").asString()).isEqualTo("51010-jg-1");
        assertThat(notice.path("description").asString()).contains("中标金额96,000 元");
        assertThat(notice.path("fields").toString())
                .contains(call.path("purchaseNumber").asString(), "中标金额");
    }

    private static OfficialPublication result(String noticeId) {
        return new OfficialPublication(
                "四川政府采购网",
                "https://www.ccgp-sichuan.gov.cn/notices/" + noticeId,
                noticeId,
                Instant.now().minusSeconds(5));
    }

    @Test
    @SuppressWarnings("unchecked")
    void theTermsOfALotAreThoseOfItsNotice() {
        var form = new HashMap<>(purchases.lunches("先看技术再看报价"));
        var lunches = ((List<Map<String, Object>>) form.get("lots")).getFirst();
        var suppers = new HashMap<>(lunches);
        suppers.putAll(Map.of("title", "晚餐服务", "budgetFen", 5_000_000));
        form.put("lots", List.of(lunches, suppers));
        form.put("stagedOpening", true);
        form.put("acceptsConsortium", true);
        form.put("supervisedOpening", true);
        var call = purchases.publish(form);
        var terms = directory.terms(lot(call)).block(PATIENCE);
        assertThat(terms.stagedOpening()).isTrue();
        assertThat(terms.acceptsConsortium()).isTrue();
        assertThat(terms.supervisedOpening()).isTrue();
        assertThat(terms.ceilingFen()).isEqualTo(9_800_000);
        assertThat(terms.purchaseFen()).isEqualTo(14_800_000);
        assertThat(terms.criteria()).hasSize(3);
        assertThat(call.path("fields").toString()).contains("先开启技术部分", "是否接受联合体", "由采购人、平台和监管人员共同开启");
        assertThat(directory.terms(Ids.next()).blockOptional(PATIENCE)).isEmpty();
    }

    private Mono<UUID> award(UUID lot) {
        return award(lot, null);
    }

    private Mono<UUID> award(UUID lot, @Nullable OfficialPublication official) {
        var department = UUID.fromString(
                house.get("approver", "/api/me").path("department").path("id").asString());
        return transactions.write(outcomes.award(actor(department), awardOf(lot), official));
    }

    private static Actor actor(UUID department) {
        return new Actor(Ids.next(), "approver", "示例审核人", Set.of(Role.DEPARTMENT_APPROVER), department, null, null);
    }

    private static Award awardOf(UUID lot) {
        return new Award(
                lot,
                new Award.Winner(Ids.next(), "示例社会工作服务中心", "52510114MJ00000000", "示例路1号"),
                9_600_000,
                9_125,
                List.of(new Award.Panelist("示例评审甲", false), new Award.Panelist("示例采购人代表", true)),
                List.of(
                        new Award.Ranked(1, "示例社会工作服务中心", 9_600_000, 9_125),
                        new Award.Ranked(2, "示例志愿服务队", 9_700_000, 8_900)),
                List.of("南竹棋友会"),
                List.of());
    }

    private static void refuses(Mono<UUID> award, String code) {
        StepVerifier.create(award)
                .expectErrorMatches(failure -> code(failure).equals(code))
                .verify(PATIENCE);
    }

    private static String code(Throwable failure) {
        return failure instanceof ProblemException problem ? problem.problem().code() : String.valueOf(failure);
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
                .bind("original", lot(call).toString())
                .bind("lot", lot.toString())
                .then()
                .block(PATIENCE);
        return lot;
    }

    private void prepare(UUID lot, Map<String, String> written) {
        house.as("officer")
                .put()
                .uri(TERMINATION, lot)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(written)
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
    }

    private Refusal put(String username, UUID lot, Map<String, String> written) {
        return Refusal.of(house.as(username)
                .put()
                .uri(TERMINATION, lot)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(written));
    }

    private JsonNode outcome(JsonNode call, String reader) {
        return house.get(reader, "/api/purchases/{id}/outcomes", purchaseOf(call))
                .get(0);
    }

    private String status(JsonNode call) {
        return house.get("organization", "/api/notices/{id}", call.path("id").asString())
                .path("status")
                .asString();
    }

    private static String purchaseOf(JsonNode call) {
        return call.path("purchaseId").asString();
    }

    private static UUID lot(JsonNode call) {
        return UUID.fromString(call.path("lots").get(0).path("id").asString());
    }
}
