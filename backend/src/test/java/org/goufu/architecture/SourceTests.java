package org.goufu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Walls that only the source text shows: SQL that is never pieced together, one schema each, null-marked packages. */
class SourceTests {
    private static final Path MAIN = Path.of("src/main/java/org/goufu");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern SCHEMA = Pattern.compile(
            "\\b(platform|reference|account|organization|federation|purchase|matching|notification|search|ledger|bidding|evaluation|opendata|demo)\\.(\\w+)");
    private static final Pattern PIECED =
            Pattern.compile("\\.sql\\(\\s*[^;{}]*?\"\\s*\\+|\\.sql\\([^;)]*\\+|\\.sql\\([^;]*\\.formatted\\(");

    @Test
    void everySqlTextNamesOneSchema() throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : javaFiles("sql")) {
            for (var text : texts(Files.readString(file))) {
                var schemas = schemas(text);
                if (schemas.size() > 1) wrong.add(file + ": " + schemas);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theSchemaRuleCanFail() {
        assertThat(schemas("select * from purchase.lot l join organization.body b on b.id = l.body"))
                .hasSize(2);
        assertThat(schemas("select * from purchase.lot where deadline > platform.now()"))
                .hasSize(1);
    }

    @Test
    void sqlIsNeverPiecedTogether() throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : javaFiles("")) {
            if (PIECED.matcher(Files.readString(file)).find()) wrong.add(file.toString());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void thePiecingRuleCanFail() {
        assertThat(PIECED.matcher("database.sql(\"select \" + column)").find()).isTrue();
        assertThat(PIECED.matcher("database.sql(SELECT.formatted(column))").find())
                .isTrue();
        assertThat(PIECED.matcher("database.sql(SELECT).bind(\"a\", 1 + 2)").find())
                .isFalse();
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        var unmarked = new TreeSet<String>();
        for (var file : javaFiles("")) {
            var sign = file.resolveSibling("package-info.java");
            boolean root = file.getParent().equals(MAIN);
            if (!root && (!Files.exists(sign) || !Files.readString(sign).contains("@NullMarked"))) {
                unmarked.add(file.getParent().toString());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private static TreeSet<String> schemas(String sql) {
        var schemas = new TreeSet<String>();
        SCHEMA.matcher(sql)
                .results()
                .filter(hit -> !hit.group().equals("platform.now"))
                .forEach(hit -> schemas.add(hit.group(1)));
        return schemas;
    }

    private static List<String> texts(String source) {
        return TEXT_BLOCK.matcher(source).results().map(hit -> hit.group(1)).toList();
    }

    private static List<Path> javaFiles(String room) throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> room.isEmpty() || file.getParent().endsWith(room))
                    .toList();
        }
    }
}
