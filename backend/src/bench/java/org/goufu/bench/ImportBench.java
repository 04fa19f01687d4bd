package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.goufu.Awaiting;
import org.goufu.TestHouse;
import org.goufu.organization.CreditCode;
import org.goufu.platform.sheets.SheetWriter;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import tools.jackson.databind.JsonNode;

/**
 * A workbook of 100,000 rows from the upload to the last row written, through the door that registrars use; beside it, in the same run,
 * a bare COPY of the very rows that it wrote into tables like those.
 */
@GoufuBench
class ImportBench {
    private static final int ROWS = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> HEADINGS = List.of(
            "名称", "统一社会信用代码", "法定代表人", "住所", "业务范围", "登记机关", "成立日期", "注册资金", "2025年年检结论", "评估等级",
            "评估有效期起", "评估有效期止");

    @Autowired
    private TestHouse house;

    @Value("${spring.flyway.url}")
    private String database;

    @Test
    void imports() throws IOException, SQLException {
        var file = workbook();
        long begin = System.nanoTime();
        var id = upload(file);
        report("uploaded", begin, Files.size(file) / 1_000_000 + " MB");
        var preview = awaiting(id, "PREVIEW");
        report("previewed", begin, preview.path("counts").toString());
        long applying = System.nanoTime();
        act(id, "application", preview);
        var applied = awaiting(id, "APPLIED");
        report("applied", applying, "");
        report("whole import", begin, "heap in use " + used() + " MB");
        long whole = System.nanoTime() - begin;
        long copy = copy();
        Figures.report("import", "bare COPY of the same rows: %.1f s, import runs at %.2f of its rate, applying alone at %.2f"
                .formatted(copy / 1e9, (double) copy / whole, (double) copy / (begin + whole - applying)));
        long indexed = System.nanoTime();
        Awaiting.until(PATIENCE, () -> {
            assertThat(count("select count(*) from platform.outbox_delivery where not given_up")).isZero();
            return true;
        });
        report("indexed and matched after that", indexed, "heap in use " + used() + " MB");
        long undoing = System.nanoTime();
        act(id, "undoing", applied);
        awaiting(id, "UNDONE");
        report("undone", undoing, "");
        assertThat(count("select count(*) from organization.body where credit_code like '52510114MB%'")).isZero();
    }

    private static void report(String what, long since, String more) {
        Figures.report("import", "%s: %.1f s %s".formatted(what, (System.nanoTime() - since) / 1e9, more));
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }

    private static Path workbook() throws IOException {
        var file = Files.createTempFile("import", ".xlsx");
        try (var writer = new SheetWriter(file, "台账")) {
            writer.row(HEADINGS);
            for (int i = 0; i < ROWS; i++) {
                var code = CreditCode.complete("52510114MB" + String.format("%06d", i)).value();
                writer.row(List.of(
                        "新都区示例服务中心" + i, code, "张三" + i % 900, "马超街道" + i % 300 + "号", "社区养老、助餐、调解服务" + i % 50,
                        "成都市新都区民政局", 2010 + i % 14 + "年" + (1 + i % 12) + "月", 3 + i % 50 + " 万元", "合格", 1 + i % 5 + "A",
                        "2024.1.1", "2028年12月31日"));
            }
        }
        return file;
    }

    private String upload(Path file) {
        var form = new MultipartBodyBuilder();
        form.part("file", new FileSystemResource(file)).filename("十万行.xlsx");
        return String.valueOf(house.as("registrar")
                .mutate()
                .responseTimeout(PATIENCE)
                .build()
                .post()
                .uri("/api/registry/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form.build())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id"));
    }

    private void act(String id, String act, JsonNode seen) {
        house.as("registrar")
                .post()
                .uri("/api/registry/imports/{id}/" + act, id)
                .header(HttpHeaders.IF_MATCH, "\"" + seen.path("version").asLong() + "\"")
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    private JsonNode awaiting(String id, String state) {
        return Awaiting.until(PATIENCE, () -> {
            var view = house.as("registrar")
                    .get()
                    .uri("/api/registry/imports/{id}", id)
                    .exchange()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(view.path("state").asString()).as(view.toString()).isEqualTo(state);
            return view;
        });
    }

    private long count(String sql) {
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The import's bodies, facts and history out of the database and into tables with the same columns, checks and indexes. */
    private long copy() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var statement = connection.createStatement()) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            long nanos = 0;
            for (var table : List.of("body", "fact", "body_change")) {
                var rows = new StringWriter();
                copies.copyOut(
                        "copy (select * from organization.%s where %s in (select id from organization.body where credit_code like '52510114MB%%')) to stdout"
                                .formatted(table, table.equals("body") ? "id" : "body_id"),
                        rows);
                statement.execute("drop table if exists organization.like_" + table);
                statement.execute(
                        "create table organization.like_%s (like organization.%s including all)".formatted(table, table));
                long begin = System.nanoTime();
                copies.copyIn("copy organization.like_" + table + " from stdin", new StringReader(rows.toString()));
                nanos += System.nanoTime() - begin;
                statement.execute("drop table organization.like_" + table);
            }
            return nanos;
        }
    }
}
