package org.goufu.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goufu.TestHouse;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The counter of the demo's street: writes applications down and brings them through. */
public final class FilingDesk {
    public static final String FILINGS = "/api/filings";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] PDF = "%PDF-1.7\n示例".getBytes();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final List<String> PAPERS = List.of("FORM", "CHARTER", "LEADER_ID", "VENUE");

    private final TestHouse house;

    public FilingDesk(TestHouse house) {
        this.house = house;
    }

    /** A registrar of another region, with the password of all demo accounts. */
    public static void employ(DatabaseClient database, String username, String region) {
        database.sql("""
                        insert into account.account (id, username, display_name, roles, region_code, password_hash)
                        select gen_random_uuid(), :username, '别处的登记人员', roles, :region, password_hash
                          from account.account
                         where username = 'registrar'
                            on conflict do nothing
                        """)
                .bind("username", username)
                .bind("region", region)
                .then()
                .block();
    }

    /** The id of a group that was just filed. */
    public String filed() {
        var id = submitted(house.as("community"));
        act("community", id, "opinion", Map.of("supports", true), 204);
        act("street", id, "review", Map.of("decision", "APPROVE"), 204);
        return id;
    }

    public String submitted(WebTestClient writer) {
        var form = form();
        form.put("attachments", papers(writer));
        var id = begun(writer, form);
        json(post(writer, FILINGS + "/" + id + "/submission", Map.of()), 204);
        return id;
    }

    public String begun(WebTestClient writer, Map<String, Object> form) {
        return json(post(writer, FILINGS, form), 201).path("id").asString();
    }

    public JsonNode act(String username, String id, String act, Map<String, Object> body, int status) {
        return json(post(house.as(username), FILINGS + "/" + id + "/" + act, body), status);
    }

    public static JsonNode filing(WebTestClient reader, String id) {
        return json(reader.get().uri(FILINGS + "/" + id), 200);
    }

    /** All that is asked for, but the papers. */
    public Map<String, Object> form() {
        var community = json(house.as("community").get().uri("/api/me"), 200);
        var form = new HashMap<String, Object>();
        form.put("name", "示例社区长者助餐互助队" + NAMES.incrementAndGet());
        form.put("communityCode", community.at("/region/code").asString());
        form.put("type", "LIFE");
        form.put("nature", "RESIDENTS");
        form.put("leader", Map.of("name", "某负责人", "politicalStatus", "群众", "phone", "028-%08d".formatted(NAMES.get())));
        form.put("memberCount", 20);
        form.put("coreMembers", List.of("甲", "乙", "丙", "丁", "戊"));
        form.put("foundedOn", "2026-03-01");
        form.put("venue", "社区党群服务中心一楼");
        form.put("purpose", "为社区长者助餐");
        form.put("categories", List.of("A0402-01"));
        return form;
    }

    public static List<Map<String, Object>> papers(WebTestClient writer) {
        var papers = new ArrayList<Map<String, Object>>();
        for (var kind : PAPERS) {
            var body = new MultipartBodyBuilder();
            body.part("file", new ByteArrayResource((new String(PDF) + UUID.randomUUID()).getBytes()) {
                @Override
                public String getFilename() {
                    return kind + ".pdf";
                }
            });
            var file = json(
                    writer.post()
                            .uri(FILINGS + "/attachments")
                            .contentType(MediaType.MULTIPART_FORM_DATA)
                            .body(BodyInserters.fromMultipartData(body.build())),
                    201);
            papers.add(Map.of("kind", kind, "fileId", file.path("id").asString()));
        }
        return papers;
    }

    public static WebTestClient.RequestHeadersSpec<?> post(
            WebTestClient client, String path, Map<String, Object> body) {
        return client.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    public static JsonNode json(WebTestClient.RequestHeadersSpec<?> request, int status) {
        var body = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null || body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    }
}
