package org.goufu.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.platform.sheets.SheetLimits;
import org.goufu.platform.sheets.SheetReader;
import org.goufu.platform.sheets.SheetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** A registrar imports files: what is previewed is what is written, all of it or nothing, and it can be taken back. */
@GoufuIT
class ImportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEADER = "名称,统一社会信用代码,法定代表人,住所,成立日期,2025年年检结论,评估等级,评估有效期起,评估有效期止\n";

    @TempDir
    private Path folder;

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @Test
    void writesNothingBeforeTheRegistrarSaysSoAndThenAllOfIt() {
        var known = body(0);
        var code = code(1);
        var id = upload(
                "台账.csv",
                HEADER
                        + "示例新登记服务中心," + code + ",王五,马超街1号,2024年3月,合格,五A级,2025.1.1,2029.12.31\n"
                        + known.name() + "," + known.code() + ",赵六,新住所9号,,,,,\n"
                        + "示例坏行中心,52510107MJ90000229,,,,,,,\n");
        var preview = awaiting(id, "PREVIEW");
        assertThat(counts(preview)).isEqualTo("1 new, 1 changed, 0 unchanged, 1 refused");
        assertThat(count("select count(*) from organization.body where credit_code = '" + code + "'"))
                .isZero();
        var rows = rows(id, "");
        assertThat(rows.path(1).path("changes").path("ADDRESS").path(1).asString())
                .isEqualTo("新住所9号");
        assertThat(rows.path(2).path("problems").path(0).path("detail").asString())
                .contains("52510107MJ90000229", "末位校验码是“9”，按前 17 位应为“8”");

        act(id, "application");
        awaiting(id, "APPLIED");
        assertThat(text("select address from organization.body where credit_code = '" + known.code() + "'"))
                .isEqualTo("新住所9号");
        assertThat(text("""
                select string_agg(f.kind || '=' || f.value || ' ' || f.valid_from || ' ' || coalesce(f.valid_to::text, '-'), '; '
                                  order by f.kind)
                  from organization.fact f join organization.body b on b.id = f.body_id
                 where f.withdrawn_at is null and f.kind <> 'INSPECTION' and b.credit_code = '%s'
                """.formatted(code)))
                .isEqualTo("GRADE=A5 2025-01-01 2029-12-31; HEAD=王五 2024-03-01 -; STATUS=NORMAL 2024-03-01 -");
        assertThat(text("""
                select act || ' ' || (after ->> 'address') from organization.body_change c
                  join organization.body b on b.id = c.body_id
                 where b.credit_code = '%s' order by c.version desc limit 1
                """.formatted(known.code()))).isEqualTo("IMPORTED 新住所9号");
    }

    @Test
    void takesAnImportBackButLeavesWhatSomebodyChangedSince() {
        var one = body(2);
        var other = body(3);
        var code = code(4);
        var before = facts(one);
        var id = upload(
                "撤销.csv",
                HEADER
                        + "示例撤销服务中心," + code + ",王五,,2024年3月,,,,\n"
                        + one.name() + "," + one.code() + ",赵六,撤销路1号,,合格,1A,2026.1.1,2030.12.31\n"
                        + other.name() + "," + other.code() + ",钱七,,,,,,\n");
        awaiting(id, "PREVIEW");
        act(id, "application");
        awaiting(id, "APPLIED");
        assertThat(facts(one)).isNotEqualTo(before);
        execute("update organization.body set version = version + 1 where credit_code = '" + other.code() + "'");

        act(id, "undoing");
        var undone = awaiting(id, "UNDONE");
        assertThat(undone.path("counts").path("undone").asInt()).isEqualTo(2);
        assertThat(undone.path("counts").path("kept").asInt()).isEqualTo(1);
        assertThat(rows(id, "&kept=true").path(0).path("name").asString()).isEqualTo(other.name());
        assertThat(facts(one)).isEqualTo(before);
        assertThat(text("select address from organization.body where credit_code = '" + one.code() + "'"))
                .isEqualTo(one.address());
        assertThat(count("select count(*) from organization.body where credit_code = '" + code + "'"))
                .isZero();
    }

    @Test
    void leavesABodyOnWhichSomebodyRestsWhenTheImportIsUndone() {
        var joined = code(40);
        var alone = code(41);
        var id = upload(
                "在用.csv",
                HEADER + "示例在用服务中心," + joined + ",王五,,2024年3月,合格,,,\n" + "示例无人用服务中心," + alone + ",赵六,,2024年3月,合格,,,\n");
        awaiting(id, "PREVIEW");
        act(id, "application");
        awaiting(id, "APPLIED");
        var body = text("select id::text from organization.body where credit_code = '" + joined + "'");
        var federation = house.as("federation")
                .get()
                .uri("/api/me")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/organization/id")
                .asString();
        house.as("federation")
                .post()
                .uri("/api/federations/{id}/memberships", federation)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("memberId", body))
                .exchange()
                .expectStatus()
                .isCreated();

        act(id, "undoing");
        var undone = awaiting(id, "UNDONE");
        assertThat(undone.path("counts").path("undone").asInt()).isOne();
        assertThat(undone.path("counts").path("kept").asInt()).isOne();
        var kept = rows(id, "&kept=true").path(0);
        assertThat(kept.path("name").asString()).isEqualTo("示例在用服务中心");
        assertThat(kept.path("keptFor").asString()).isEqualTo("MEMBERSHIP");
        assertThat(count("select count(*) from organization.body where credit_code = '" + alone + "'"))
                .isZero();
        assertThat(text("select string_agg(kind, ' ' order by kind) from organization.fact where withdrawn_at is null "
                        + "and body_id = '" + body + "'"))
                .isEqualTo("HEAD INSPECTION STATUS");
    }

    @Test
    void writesTheFiguresOfAYearCorrectsThemAndTakesThemBack() {
        var known = body(42);
        var header = "名称,统一社会信用代码,年度,从业人数,净资产（万元）,年度收入\n";
        var before = figures(known.code());
        var first = upload("年报.csv", header + known.name() + "," + known.code() + ",2023,12人,-3.5,62700元\n");
        awaiting(first, "PREVIEW");
        act(first, "application");
        awaiting(first, "APPLIED");
        assertThat(figures(known.code()))
                .isEqualTo(before + "HEADCOUNT 2023 12; INCOME 2023 6270000; NET_ASSETS 2023 -3500000; ");

        var second = upload("年报更正.csv", header + known.name() + "," + known.code() + ",2023,12人,1.5,62700元\n");
        assertThat(rows(awaiting(second, "PREVIEW").path("id").asString(), "")
                        .path(0)
                        .path("changes")
                        .propertyNames())
                .containsExactly("NET_ASSETS_2023");
        act(second, "application");
        awaiting(second, "APPLIED");
        assertThat(figures(known.code())).contains("NET_ASSETS 2023 1500000").doesNotContain("-3500000");
        act(second, "undoing");
        awaiting(second, "UNDONE");
        assertThat(figures(known.code())).contains("NET_ASSETS 2023 -3500000").doesNotContain(" 1500000");
    }

    private String figures(String code) {
        return text("""
                select coalesce(string_agg(f.kind || ' ' || f.value || ' ' || f.number || '; ', '' order by f.value desc, f.kind), '')
                  from organization.fact f join organization.body b on b.id = f.body_id
                 where f.withdrawn_at is null and f.kind in ('HEADCOUNT', 'NET_ASSETS', 'INCOME') and b.credit_code = '%s'
                """.formatted(code));
    }

    @Test
    void knowsTheSameFileAgain() {
        var known = body(5);
        var file = HEADER + known.name() + "," + known.code() + ",孙八,同一路1号,,基本合格,,,\n";
        var first = upload("同一.csv", file);
        awaiting(first, "PREVIEW");
        act(first, "application");
        awaiting(first, "APPLIED");
        var again = upload("同一（副本）.csv", file);
        var preview = awaiting(again, "PREVIEW");
        assertThat(counts(preview)).isEqualTo("0 new, 0 changed, 1 unchanged, 0 refused");
        assertThat(preview.path("earlier").path("id").asString()).isEqualTo(first);
        house.as("registrar")
                .post()
                .uri("/api/registry/imports/{id}/application", again)
                .header(HttpHeaders.IF_MATCH, tag(again))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/import/nothing-to-apply");
    }

    @Test
    void writesNothingWhenABodyWasChangedSinceThePreview() {
        var known = body(6);
        var id = upload("过期.csv", HEADER + known.name() + "," + known.code() + ",周九,过期路1号,,,,,\n");
        awaiting(id, "PREVIEW");
        execute("update organization.body set address = '别人改的', version = version + 1 where credit_code = '"
                + known.code() + "'");
        act(id, "application");
        var again = Awaiting.until(PATIENCE, () -> {
            var view = one(id);
            assertThat(view.path("state").asString()).isEqualTo("PREVIEW");
            assertThat(view.path("problem").path("code").asString()).isEqualTo("import/changed-meanwhile");
            return view;
        });
        assertThat(again.path("problem").path("detail").asString()).contains("有 1 个组织");
        assertThat(rows(id, "").path(0).path("changes").path("ADDRESS").path(0).asString())
                .isEqualTo("别人改的");
        act(id, "application");
        awaiting(id, "APPLIED");
    }

    @Test
    void mendsTheRefusedRowsFromAFileOfTheirOwn() throws Exception {
        var code = code(7);
        var id =
                upload("修补.csv", "台账标题,,\n" + HEADER + "示例修补中心," + code + ",,,2024年,,,,\n示例同码中心," + code + ",,,,,,,\n");
        var preview = awaiting(id, "PREVIEW");
        assertThat(counts(preview)).isEqualTo("0 new, 0 changed, 0 unchanged, 2 refused");
        var refused = house.as("registrar")
                .get()
                .uri("/api/registry/imports/{id}/refused.xlsx", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment;.*")
                .expectBody()
                .returnResult()
                .getResponseBody();
        var rows = new ArrayList<SheetRow>();
        var file = Files.write(folder.resolve("refused"), refused);
        SheetReader.read(file, "refused.xlsx", new SheetLimits(100, 0, 20, 1 << 20), rows::add);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).cells().getLast()).contains("成立日期", "2024年");
        assertThat(rows.get(2).cells().getLast()).contains("第 3 行");
        var mended = rows.stream()
                .limit(2)
                .map(row -> row.cells().stream()
                        .map(cell -> '"' + cell.replace("2024年", "2024年5月").replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        var next = upload("修补好了.csv", mended);
        assertThat(counts(awaiting(next, "PREVIEW"))).isEqualTo("1 new, 0 changed, 0 unchanged, 0 refused");
    }

    @Test
    void importsAListAndRegistersNobodyWithIt() {
        var known = body(8);
        var id = upload(
                "异常名录.csv",
                "名称,统一社会信用代码,列入日期\n" + known.name() + "," + known.code() + ",2026.5.1\n示例没登记中心," + code(9)
                        + ",2026.5.1\n",
                "ABNORMAL_LIST");
        assertThat(counts(awaiting(id, "PREVIEW"))).isEqualTo("0 new, 1 changed, 0 unchanged, 1 refused");
        act(id, "application");
        awaiting(id, "APPLIED");
        assertThat(text("""
                select f.valid_from::text from organization.fact f join organization.body b on b.id = f.body_id
                 where b.credit_code = '%s' and f.value = 'ABNORMAL' and f.withdrawn_at is null
                 order by f.valid_from desc limit 1
                """.formatted(known.code()))).isEqualTo("2026-05-01");
        var off = upload(
                "移出.csv",
                "名称,统一社会信用代码,列入日期,移出日期\n" + known.name() + "," + known.code() + ",2026.5.1,2026.8.1\n",
                "ABNORMAL_LIST");
        assertThat(counts(awaiting(off, "PREVIEW"))).isEqualTo("0 new, 1 changed, 0 unchanged, 0 refused");
    }

    @Test
    void takesAListBackAsOneAndKnowsItAgain() {
        var one = body(20);
        var other = body(21);
        var before = facts(one) + facts(other);
        var list = "名称,统一社会信用代码,列入日期\n" + one.name() + "," + one.code() + ",2026.5.1\n" + other.name() + ","
                + other.code() + ",2026年6月1日\n";
        var id = upload("失信名单.csv", list, "SERIOUS_LIST");
        awaiting(id, "PREVIEW");
        act(id, "application");
        awaiting(id, "APPLIED");
        assertThat(facts(other)).contains("CREDIT_LIST=SERIOUS 2026-06-01 -");
        assertThat(counts(awaiting(upload("失信名单.csv", list, "SERIOUS_LIST"), "PREVIEW")))
                .isEqualTo("0 new, 0 changed, 2 unchanged, 0 refused");
        act(id, "undoing");
        awaiting(id, "UNDONE");
        assertThat(facts(one) + facts(other)).isEqualTo(before);
    }

    @Test
    void readsOtherColumnsWhenTheRegistrarChoosesThem() {
        var id = upload("另类.csv", "名称,统一社会信用代码,备注\n示例另类中心," + code(10) + ",李四\n");
        awaiting(id, "PREVIEW");
        house.as("registrar")
                .put()
                .uri("/api/registry/imports/{id}/columns", id)
                .header(HttpHeaders.IF_MATCH, tag(id))
                .bodyValue(Map.of("fields", List.of("NAME", "CREDIT_CODE", "HEAD")))
                .exchange()
                .expectStatus()
                .isAccepted();
        Awaiting.until(PATIENCE, () -> {
            assertThat(rows(id, "").path(0).path("changes").path("HEAD").path(1).asString())
                    .isEqualTo("李四");
            return true;
        });
        house.as("registrar")
                .delete()
                .uri("/api/registry/imports/{id}", id)
                .header(HttpHeaders.IF_MATCH, tag(id))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void readsGbkAndRefusesHostileFilesWithTheReason() {
        var gbk = upload(
                "国标.csv",
                ("名称,统一社会信用代码,住所\n示例国标中心," + code(11) + ",马超街\n").getBytes(Charset.forName("GBK")),
                "REGISTER");
        assertThat(counts(awaiting(gbk, "PREVIEW"))).isEqualTo("1 new, 0 changed, 0 unchanged, 0 refused");
        refusedAtOnce("台账.xlsm", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "sheet/macros");
        refusedAtOnce(
                "台账.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}, "sheet/encrypted");
        refusedAtOnce("台账.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "sheet/wrong-extension");
        var broken = upload("断.xlsx", new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5, 6}, "REGISTER");
        assertThat(awaiting(broken, "REFUSED").path("problem").path("code").asString())
                .isEqualTo("sheet/damaged");
        var headless = upload("无表头.csv", "甲,乙\n丙,丁\n");
        assertThat(awaiting(headless, "REFUSED").path("problem").path("code").asString())
                .isEqualTo("import/no-header");
    }

    @Test
    void isHiddenFromARegistrarOfAnotherPlace() {
        var id = upload("隐藏.csv", HEADER + "示例隐藏中心," + code(12) + ",,,,,,,\n");
        awaiting(id, "PREVIEW");
        for (var path : List.of("", "/rows", "/refused.xlsx")) {
            house.as("street")
                    .get()
                    .uri("/api/registry/imports/{id}" + path, id)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        strangerTo("street", id);
    }

    @Test
    void isHiddenFromARegistrarOfAnotherCounty() {
        var id = upload("邻区.csv", HEADER + "示例邻区中心," + code(16) + ",,,,,,,\n");
        awaiting(id, "PREVIEW");
        execute("update organization.import set region_code = '510104' where id = '" + id + "'");
        strangerTo("registrar", id);
        assertThat(get("/api/registry/imports?size=100").path("items").findValuesAsString("id"))
                .doesNotContain(id);
    }

    private void strangerTo(String account, String id) {
        for (var act : List.of("application", "undoing")) {
            house.as(account)
                    .post()
                    .uri("/api/registry/imports/{id}/" + act, id)
                    .header(HttpHeaders.IF_MATCH, "\"3\"")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        house.as(account)
                .delete()
                .uri("/api/registry/imports/{id}", id)
                .header(HttpHeaders.IF_MATCH, "\"3\"")
                .exchange()
                .expectStatus()
                .isNotFound();
        house.as(account)
                .get()
                .uri("/api/registry/imports/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void isCarriedOnWhereverTheProcessDied() {
        var known = body(17);
        var before = facts(known);
        var id = upload(
                "中断.csv",
                HEADER + "示例中断中心," + code(18) + ",王五,,2024年3月,,,,\n" + known.name() + "," + known.code()
                        + ",赵六,中断路1号,,合格,,,\n");
        var counts = counts(awaiting(id, "PREVIEW"));
        for (var died : List.of("READING", "COMPARING")) {
            leave(id, died);
            assertThat(counts(awaiting(id, "PREVIEW"))).isEqualTo(counts);
        }
        leave(id, "APPLYING");
        awaiting(id, "APPLIED");
        assertThat(facts(known)).contains("HEAD=赵六");
        leave(id, "UNDOING");
        awaiting(id, "UNDONE");
        assertThat(facts(known)).isEqualTo(before);
    }

    /** As a process leaves it that dies in the middle of a step: nobody holds its lease any more. */
    private void leave(String id, String state) {
        execute("""
                update organization.import
                   set state = '%s', done = 1, lease = gen_random_uuid(), due_at = clock_timestamp() - interval '1 second',
                       attempts = 1
                 where id = '%s'
                """.formatted(state, id));
    }

    @Test
    void letsTwoRegistrarsDecideOnce() {
        var id = upload("两人.csv", HEADER + "示例两人中心," + code(19) + ",王五,,2024年3月,,,,\n");
        awaiting(id, "PREVIEW");
        var tag = tag(id);
        var answers = Flux.range(0, 2)
                .flatMap(registrar -> Mono.fromCallable(() -> house.as("registrar")
                                .post()
                                .uri("/api/registry/imports/{id}/application", id)
                                .header(HttpHeaders.IF_MATCH, tag)
                                .exchange()
                                .returnResult(Void.class)
                                .getStatus()
                                .value())
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectSortedList()
                .block(PATIENCE);
        assertThat(answers.getFirst()).isEqualTo(202);
        assertThat(answers.getLast()).isIn(409, 412);
        awaiting(id, "APPLIED");
    }

    @Test
    void refusesWhatLiesOutsideTheRegistrarsRegion() {
        var id = upload(
                "外地.csv",
                "名称,统一社会信用代码,登记机关\n示例外地中心,"
                        + CreditCode.complete("52510104MJ9XXX01").value() + ",成都市锦江区民政局\n");
        awaiting(id, "PREVIEW");
        assertThat(rows(id, "").path(0).path("problems").path(0).path("code").asString())
                .isEqualTo("out-of-scope");
    }

    @Test
    void letsOnlyOneOfTwoImportsOverTheSameBodyThrough() {
        var known = body(13);
        var first = upload("先.csv", HEADER + known.name() + "," + known.code() + ",,先来路1号,,,,,\n");
        var second = upload("后.csv", HEADER + known.name() + "," + known.code() + ",,后到路1号,,,,,\n");
        awaiting(first, "PREVIEW");
        awaiting(second, "PREVIEW");
        act(first, "application");
        act(second, "application");
        awaiting(first, "APPLIED");
        Awaiting.until(PATIENCE, () -> {
            assertThat(one(second).path("problem").path("code").asString()).isEqualTo("import/changed-meanwhile");
            return true;
        });
        assertThat(text("select address from organization.body where credit_code = '" + known.code() + "'"))
                .isEqualTo("先来路1号");
    }

    @Test
    void endsGradesAsTheLawDoes() {
        var ending = code(14);
        var over = code(15);
        var id = upload(
                "等级.csv", "名称,统一社会信用代码,评估等级,评估有效期止\n示例无期中心," + ending + ",3A,\n示例到期中心," + over + ",4A,2024.12.31\n");
        awaiting(id, "PREVIEW");
        assertThat(rows(id, "").path(0).path("changes").path("GRADE_TO").path(1).asString())
                .isEqualTo(inFiveYears());
        act(id, "application");
        awaiting(id, "APPLIED");
        assertThat(grade(ending)).endsWith(inFiveYears());
        assertThat(grade(over)).isEqualTo("A4 2020-01-01 2024-12-31");
    }

    private String grade(String code) {
        return text("""
                select f.value || ' ' || f.valid_from || ' ' || f.valid_to
                  from organization.fact f join organization.body b on b.id = f.body_id
                 where f.kind = 'GRADE' and b.credit_code = '%s'
                """.formatted(code));
    }

    private String inFiveYears() {
        return text("""
                select cast(cast(platform.now() at time zone 'Asia/Shanghai' as date) + interval '5 years - 1 day' as date)::text
                """);
    }

    private record Known(String name, String code, String address) {}

    /** A body that the registry has known for years, another one for every number. */
    private Known body(int number) {
        var known = new Known(
                "示例老牌服务中心" + number,
                CreditCode.complete("52510114MJ9YY" + String.format("%03d", number))
                        .value(),
                "老住所" + number + "号");
        execute("""
                with body as (
                    insert into organization.body (id, name, kind, legal_form, credit_code, region_code, founded_on,
                                                   business_scope, address)
                    values (uuidv7(), '%s', 'LEGAL_PERSON', 'SERVICE_INSTITUTION', '%s', '510114', '2016-05-04', '社区服务', '%s')
                    returning id)
                insert into organization.fact (id, body_id, kind, value, valid_from, valid_to, known_at, source, origin)
                select uuidv7(), body.id, f.kind, f.value, f.since, f.until, platform.now() - interval '1 year', '登记', 'DEMO'
                  from body,
                       (values ('STATUS', 'NORMAL', date '2016-05-04', cast(null as date)),
                               ('HEAD', '原任', date '2016-05-04', null),
                               ('GRADE', 'A3', date '2023-01-01', date '2027-12-31'),
                               ('INSPECTION', '2024:QUALIFIED', date '2025-08-01', null)) f (kind, value, since, until)
                """.formatted(known.name(), known.code(), known.address()));
        return known;
    }

    private static String code(int number) {
        return CreditCode.complete("52510114MJ9XX" + String.format("%03d", number))
                .value();
    }

    private String facts(Known body) {
        return text("""
                select string_agg(f.kind || '=' || f.value || ' ' || f.valid_from || ' ' || coalesce(f.valid_to::text, '-'), '; '
                                  order by f.kind, f.value, f.valid_from)
                  from organization.fact f join organization.body b on b.id = f.body_id
                 where f.withdrawn_at is null and b.credit_code = '%s'
                """.formatted(body.code()));
    }

    private String upload(String name, String content) {
        return upload(name, content, "REGISTER");
    }

    private String upload(String name, String content, String kind) {
        return upload(name, content.getBytes(StandardCharsets.UTF_8), kind);
    }

    private String upload(String name, byte[] content, String kind) {
        return String.valueOf(house.as("registrar")
                .post()
                .uri("/api/registry/imports?kind={kind}", kind)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form(name, content))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id"));
    }

    private void refusedAtOnce(String name, byte[] content, String problem) {
        house.as("registrar")
                .post()
                .uri("/api/registry/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form(name, content))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + problem);
    }

    private static Object form(String name, byte[] content) {
        var form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(content)).filename(name);
        return form.build();
    }

    private void act(String id, String act) {
        house.as("registrar")
                .post()
                .uri("/api/registry/imports/{id}/" + act, id)
                .header(HttpHeaders.IF_MATCH, tag(id))
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    private String tag(String id) {
        return "\"" + one(id).path("version").asLong() + "\"";
    }

    private JsonNode one(String id) {
        return get("/api/registry/imports/" + id);
    }

    private JsonNode rows(String id, String filter) {
        return get("/api/registry/imports/" + id + "/rows?size=100" + filter).path("items");
    }

    private JsonNode get(String path) {
        return house.as("registrar")
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode awaiting(String id, String state) {
        return Awaiting.until(PATIENCE, () -> {
            var view = one(id);
            assertThat(view.path("state").asString()).as(view.toString()).isEqualTo(state);
            return view;
        });
    }

    private static String counts(JsonNode view) {
        var counts = view.path("counts");
        return "%d new, %d changed, %d unchanged, %d refused"
                .formatted(
                        counts.path("created").asInt(),
                        counts.path("changed").asInt(),
                        counts.path("unchanged").asInt(),
                        counts.path("refused").asInt());
    }

    private long count(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block(PATIENCE);
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).one().block(PATIENCE);
    }

    private void execute(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }
}
