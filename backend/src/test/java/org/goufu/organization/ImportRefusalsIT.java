package org.goufu.organization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.TestHouse.json;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.platform.sheets.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Every file that is not taken and every step of an import that is not possible says why, in both languages. */
@GoufuIT
class ImportRefusalsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String IMPORTS = "/api/registry/imports";
    private static final UUID NOBODY = new UUID(7, 7);
    private static final String HEADER = "名称,统一社会信用代码,住所\n";
    private static final String ROW =
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row></sheetData>";
    private static final byte[] OLE = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 512);

    @TempDir
    private Path folder;

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    /** Each row: a file that is refused from how it begins. */
    static Stream<Arguments> noTables() {
        return Stream.of(
                arguments("台账.xlsm", new byte[] {'P', 'K', 3, 4}, "sheet/macros"),
                arguments("台账.xls", OLE, "sheet/old-format"),
                arguments("台账.xlsx", OLE, "sheet/encrypted"),
                arguments("台账.xlsx", "名称,住所".getBytes(UTF_8), "sheet/wrong-extension"),
                arguments("台账.csv", new byte[] {'P', 'K', 3, 4}, "sheet/wrong-extension"),
                arguments("台账.pdf", "%PDF-1.7".getBytes(UTF_8), "sheet/wrong-extension"));
    }

    @ParameterizedTest
    @MethodSource("noTables")
    void handingInWhatIsNoTable(String name, byte[] content, String why) {
        Refusal.of(upload("registrar", name, content)).is(422, why);
    }

    @Test
    void handingInNothingOrFromElsewhere() {
        Refusal.of(upload("registrar", "空.csv", new byte[0])).is(422, "sheet/empty");
        Refusal.of(upload("registrar", "程序.csv", new byte[] {'M', 'Z', 0, 1, 2}))
                .is(422, "file/kind-not-taken", "/file file-kind-not-taken");
        Refusal.of(upload("street", "台账.csv", HEADER.getBytes(UTF_8))).is(403, "import/not-your-office");
        Refusal.of(house.as("registrar")
                        .post()
                        .uri(IMPORTS + "?kind=WISHES")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .bodyValue(file("台账.csv", HEADER.getBytes(UTF_8))))
                .is(400, "http/parameter-invalid", "kind invalid");
    }

    private interface Content {
        byte[] in(Path folder) throws IOException;
    }

    private static Content text(String text) {
        return folder -> text.getBytes(UTF_8);
    }

    private static Content bytes(int... bytes) {
        return folder -> {
            var content = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) content[i] = (byte) bytes[i];
            return content;
        };
    }

    private static Content book(Workbooks book) {
        return folder -> Files.readAllBytes(book.write(folder.resolve("book.xlsx")));
    }

    /** Each row: a file that is refused while it is read; nothing of it is kept. */
    static Stream<Arguments> damagedTables() {
        return Stream.of(
                arguments("零.csv", text(HEADER + "甲,乙,丙\n".repeat(20_000) + "\0"), "sheet/not-a-table"),
                arguments("乱.csv", bytes('a', ',', 0xFF, 0xFF, '\n'), "sheet/encoding-unknown"),
                arguments("断.csv", text(HEADER + "示例,\"没有完"), "sheet/quote-open"),
                arguments("宽.csv", text("名称,".repeat(201)), "sheet/too-many-columns"),
                arguments("长.csv", text("名".repeat(40_000)), "sheet/cell-too-long"),
                arguments("无表头.csv", text("甲,乙\n丙,丁\n"), "import/no-header"),
                arguments("断.xlsx", bytes('P', 'K', 3, 4, 1, 2, 3, 4), "sheet/damaged"),
                arguments("宏.xlsx", book(Workbooks.with(ROW).part("xl/vbaProject.bin", "x")), "sheet/macros"),
                arguments(
                        "外链.xlsx",
                        book(Workbooks.with(ROW).part("xl/externalLinks/externalLink1.xml", "<a/>")),
                        "sheet/external-links"),
                arguments(
                        "对象.xlsx",
                        book(Workbooks.with(ROW).part("xl/embeddings/oleObject1.bin", "x")),
                        "sheet/embedded-objects"),
                arguments(
                        "炸弹.xlsx",
                        book(Workbooks.with(ROW).part("xl/sharedStrings.xml", "a".repeat(8 << 20))),
                        "sheet/too-compressed"),
                arguments(
                        "一千万行.xlsx",
                        book(Workbooks.with("<dimension ref=\"A1:C10000000\"/>" + ROW)),
                        "sheet/too-many-rows"),
                arguments("苹果.xlsx", book(Workbooks.with(ROW).part("xl/workbook.xml", """
                                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                                <workbookPr date1904="1"/>
                                <sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>
                                """)), "sheet/dates-from-1904"));
    }

    @ParameterizedTest
    @MethodSource("damagedTables")
    void readingWhatIsNoTable(String name, Content content, String why) throws IOException {
        var id = started(name, content.in(folder));
        troubled(id, "REFUSED", why);
        Refusal.post(house.as("registrar"), Map.of(), IMPORTS + "/{id}/application", id)
                .seen(tag(id))
                .is(409, "import/not-ready");
        discarded(id);
    }

    private void troubled(String id, String state, String why) {
        Awaiting.until(PATIENCE, () -> {
            var view = one(id, "zh-CN");
            assertThat(view.path("state").asString()).as(view.toString()).isEqualTo(state);
            return assertThat(view.at("/problem/code").asString()).isEqualTo(why);
        });
        assertThat(one(id, "zh-CN").at("/problem/detail").asString())
                .matches("(?s).*\\p{IsHan}{2}.*")
                .doesNotContain("{");
        assertThat(one(id, "en").at("/problem/detail").asString())
                .matches("(?s)[“A-Z].*[a-z] [a-z].*")
                .doesNotContain("{");
    }

    @Test
    void steeringAnImport() {
        var registrar = house.as("registrar");
        var code = CreditCode.complete("52510114MJ9WW001").value();
        var id = started("拒绝.csv", (HEADER + "示例拒绝导入中心," + code + ",旧路\n").getBytes(UTF_8));
        awaiting(id, "PREVIEW");
        for (var act : List.of("application", "undoing")) {
            Refusal.act(registrar, IMPORTS + "/{id}/" + act, id).is(428, "http/version-required");
            Refusal.act(registrar, IMPORTS + "/{id}/" + act, id).seen("\"99\"").is(412, "http/version-stale");
            Refusal.act(registrar, IMPORTS + "/{id}/" + act, NOBODY)
                    .seen("\"1\"")
                    .is(404, "import/not-found");
        }
        Refusal.act(registrar, IMPORTS + "/{id}/undoing", id).seen(tag(id)).is(409, "import/not-applied");
        columns(id, "NAME", "NAME", "ADDRESS").is(422, "import/mapping-invalid");
        columns(id, "ADDRESS", "HEAD", "FOUNDED_ON").is(422, "import/mapping-invalid");
        columns(id, "NAME", "ADDRESS").is(422, "import/mapping-invalid");
        Refusal.of(registrar
                        .put()
                        .uri(IMPORTS + "/{id}/columns", id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of()))
                .seen(tag(id))
                .is(422, "http/invalid", "/fields not-null");
        Refusal.get(registrar, IMPORTS + "/" + NOBODY).is(404, "import/not-found");
        Refusal.get(registrar, IMPORTS + "/" + NOBODY + "/rows").is(404, "import/not-found");
        Refusal.get(registrar, IMPORTS + "/{id}/rows?outcome=MAYBE", id)
                .is(400, "http/parameter-invalid", "outcome invalid");
        held(id, "READING");
        for (var act : List.of("application", "undoing")) {
            Refusal.act(registrar, IMPORTS + "/{id}/" + act, id).seen(tag(id)).is(409, "import/busy");
        }
        columns(id, "NAME", "CREDIT_CODE", "ADDRESS").is(409, "import/busy");
        Refusal.of(registrar.delete().uri(IMPORTS + "/{id}", id)).seen(tag(id)).is(409, "import/busy");
        held(id, "PREVIEW");
        discarded(id);
    }

    @Test
    void anImportThatChangesNothingIsNotApplied() {
        var id = started("空表.csv", (HEADER + "示例坏行中心,52510107MJ90000229,\n").getBytes(UTF_8));
        awaiting(id, "PREVIEW");
        Refusal.act(house.as("registrar"), IMPORTS + "/{id}/application", id)
                .seen(tag(id))
                .is(409, "import/nothing-to-apply");
        discarded(id);
    }

    @Test
    void anImportThatBreaksOffAgainAndAgainIsGivenUp() {
        var id = started("放弃.csv", (HEADER + "示例放弃中心,,旧路\n").getBytes(UTF_8));
        awaiting(id, "PREVIEW");
        database.sql("""
                        update organization.import
                           set state = 'READING', lease = gen_random_uuid(), due_at = clock_timestamp(), attempts = 99
                         where id = cast(:id as uuid)
                        """).bind("id", id).then().block(PATIENCE);
        troubled(id, "REFUSED", "import/broke-off");
        discarded(id);
    }

    private Refusal columns(String id, String... fields) {
        return Refusal.of(house.as("registrar")
                        .put()
                        .uri(IMPORTS + "/{id}/columns", id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("fields", List.of(fields))))
                .seen(tag(id));
    }

    /** As while somebody works on it, who will not be done before the test is. */
    private void held(String id, String state) {
        database.sql("""
                        update organization.import
                           set state = :state, due_at = clock_timestamp() + interval '1 hour'
                         where id = cast(:id as uuid)
                        """).bind("state", state).bind("id", id).then().block(PATIENCE);
    }

    private void discarded(String id) {
        house.as("registrar")
                .delete()
                .uri(IMPORTS + "/{id}", id)
                .header(HttpHeaders.IF_MATCH, tag(id))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private String started(String name, byte[] content) {
        return json(upload("registrar", name, content).exchange().expectStatus().isCreated())
                .path("id")
                .asString();
    }

    private WebTestClient.RequestHeadersSpec<?> upload(String as, String name, byte[] content) {
        return house.as(as)
                .post()
                .uri(IMPORTS)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(file(name, content));
    }

    private static Object file(String name, byte[] content) {
        var form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(content)).filename(name);
        return form.build();
    }

    private JsonNode one(String id, String language) {
        return json(house.as("registrar")
                .get()
                .uri(IMPORTS + "/" + id)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private String tag(String id) {
        return "\"" + one(id, "zh-CN").path("version").asLong() + "\"";
    }

    private void awaiting(String id, String state) {
        Awaiting.until(PATIENCE, () -> {
            var view = one(id, "zh-CN");
            return assertThat(view.path("state").asString()).as(view.toString()).isEqualTo(state);
        });
    }
}
