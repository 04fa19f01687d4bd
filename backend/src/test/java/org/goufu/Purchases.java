package org.goufu;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes purchases through the door that everybody uses. */
public final class Purchases {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestHouse house;

    public Purchases(TestHouse house) {
        this.house = house;
    }

    /** A lawful small purchase of the showcase street that organization, federation and group of the demo fit. */
    public Map<String, Object> lunches(String title) {
        var street = me("officer").path("department").path("regionCode").asString();
        var deadline = workdayIn(21);
        return Map.of(
                "title",
                title,
                "method",
                "BT_COMPARE",
                "regionCode",
                street,
                "description",
                "为辖区六十岁以上独居、空巢老人提供每个工作日的午餐配送与就餐服务，含营养配餐、上门送餐和满意度回访。",
                "lots",
                List.of(Map.of(
                        "title",
                        "助餐服务",
                        "categoryCode",
                        "A0402-01",
                        "serviceRegionCodes",
                        List.of(street),
                        "budgetFen",
                        9_800_000,
                        "description",
                        "每个工作日不少于三十份午餐，送餐上门，按月回访服务对象满意度，服务期十二个月。",
                        "requirements",
                        List.of(Map.of("kind", "ANNUAL_INSPECTION", "year", deadline.getYear() - 1)),
                        "criteria",
                        List.of(
                                Map.of("name", "报价", "weight", 15, "kind", "PRICE"),
                                Map.of("name", "服务方案", "weight", 60, "kind", "QUALITY"),
                                Map.of("name", "项目团队", "weight", 25, "kind", "QUALITY")))),
                "bidDeadline",
                deadline.toInstant().toString(),
                "openingAt",
                deadline.toInstant().toString(),
                "contact",
                Map.of("name", "示例联系人", "phone", "028-00001234", "email", "lianxi@example.org"));
    }

    /** A lawful call above the purchase limit that the portal published an hour ago, in the showcase street. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> statutory(String title, String method) {
        var all = new HashMap<>(lunches(title));
        var published = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_600);
        var lot = new HashMap<>((Map<String, Object>) ((List<?>) all.get("lots")).getFirst());
        lot.put("budgetFen", 60_000_000);
        if (method.equals("NEGOTIATION")) lot.remove("criteria");
        all.put("method", method);
        all.put("lots", List.of(lot));
        var deadline = workdayIn(28).toInstant().toString();
        all.put("bidDeadline", deadline);
        all.put("openingAt", deadline);
        all.put("statutory", said(method, published));
        return all;
    }

    private static Map<String, Object> said(String method, Instant published) {
        var said = new HashMap<String, Object>();
        said.put("projectCode", "N510104" + published.getEpochSecond());
        said.put("officialPublication", official("51010-" + published.getEpochSecond(), published));
        if (method.equals("CONSULTATION")) said.put("ground", "PURCHASED_SERVICE");
        if (method.equals("NEGOTIATION")) said.put("ground", "URGENT");
        said.put(
                "intention",
                Map.of(
                        "number",
                        "51010-yx-1",
                        "publishedOn",
                        LocalDate.ofInstant(published, ZONE).minusDays(45).toString()));
        said.put(
                "documents",
                Map.of(
                        "from",
                        published.toString(),
                        "to",
                        workdayIn(10).toInstant().toString(),
                        "place",
                        "四川政府采购一体化平台",
                        "way",
                        "登录后免费下载",
                        "priceFen",
                        0));
        said.put("contractTerm", "自合同签订之日起十二个月");
        said.put("submissionPlace", "四川政府采购一体化平台");
        said.put("openingPlace", "四川政府采购一体化平台开标大厅");
        return said;
    }

    /** Where the portal published something. */
    public static Map<String, Object> official(String noticeId, Instant at) {
        return Map.of(
                "medium",
                "四川政府采购网",
                "url",
                "https://www.ccgp-sichuan.gov.cn/notices/" + noticeId,
                "noticeId",
                noticeId,
                "publishedAt",
                at.toString());
    }

    /** Drafts, submits and approves; answers the published notice. */
    public JsonNode publish(Map<String, Object> purchase) {
        var id = draft(purchase);
        act("officer", id, "submission");
        return act("approver", id, "approval");
    }

    public UUID draft(Map<String, Object> purchase) {
        var body = read(house.as("officer")
                .post()
                .uri("/api/purchases")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(purchase)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return UUID.fromString(body.path("id").asString());
    }

    public JsonNode act(String username, UUID id, String act) {
        return read(house.as(username)
                .post()
                .uri("/api/purchases/{id}/{act}", id, act)
                .header(HttpHeaders.IF_MATCH, version(id))
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    public JsonNode get(String username, String path, Object... variables) {
        return house.get(username, path, variables);
    }

    public JsonNode me(String username) {
        return get(username, "/api/me");
    }

    private String version(UUID id) {
        return String.valueOf(house.as("officer")
                .get()
                .uri("/api/purchases/{id}", id)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseHeaders()
                .getETag());
    }

    public static ZonedDateTime workdayIn(int days) {
        var day = ZonedDateTime.now(ZONE)
                .plusDays(days)
                .withHour(10)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static JsonNode read(String body) {
        return JSON.readTree(body == null ? "null" : body);
    }
}
