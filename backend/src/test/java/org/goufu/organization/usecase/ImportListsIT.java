package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Lists that lie in a folder at night are imported without anybody looking, by one instance. */
@GoufuIT
class ImportListsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Autowired
    private StartImport start;

    @Autowired
    private ImportFolder lease;

    @Autowired
    private DatabaseClient database;

    @Test
    void takesListsAndPutsThemAway() throws IOException {
        var code = database.sql("""
                        select credit_code from organization.body
                         where kind = 'LEGAL_PERSON' and region_code like '51%'
                           and id not in (select body_id from organization.fact where kind = 'CREDIT_LIST')
                         order by credit_code limit 1
                        """).map(row -> row.get(0, String.class)).one().block(PATIENCE);
        Files.writeString(folder.resolve("异常名录.csv"), "统一社会信用代码,列入日期\n" + code + ",2026年6月1日\n");
        Files.write(folder.resolve("失信名单.xlsx"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("说明.txt"), "不是名单");
        lists(Mono.just(true)).round().block(PATIENCE);
        assertThat(folder.resolve("done/异常名录.csv")).exists();
        assertThat(folder.resolve("failed/失信名单.xlsx")).exists();
        assertThat(folder.resolve("说明.txt")).exists();
        Awaiting.until(PATIENCE, () -> {
            assertThat(listed(code)).isEqualTo(1);
            return true;
        });
    }

    @Test
    void leavesTheFolderToOneInstance() throws IOException {
        assertThat(lease.claim().block(PATIENCE)).isTrue();
        assertThat(lease.claim().block(PATIENCE)).isFalse();
        Files.writeString(folder.resolve("异常名录.csv"), "统一社会信用代码,列入日期\n");
        lists(lease.claim()).round().block(PATIENCE);
        assertThat(folder.resolve("异常名录.csv")).exists();
    }

    private ImportLists lists(Mono<Boolean> turn) {
        return new ImportLists(new ImportFolderProperties(folder.toString(), "51"), () -> turn, start);
    }

    private long listed(String code) {
        return database.sql("""
                        select count(*) from organization.fact f join organization.body b on b.id = f.body_id
                         where b.credit_code = :code and f.value = 'ABNORMAL' and f.valid_from = date '2026-06-01'
                        """)
                .bind("code", code)
                .map(row -> row.get(0, Long.class))
                .one()
                .block(PATIENCE);
    }
}
