package org.goufu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.goufu.kernel.Problem;
import org.goufu.platform.http.Texts;
import org.junit.jupiter.api.Test;

/** Every word that the server can say exists in both languages. */
class WordsTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private final Texts texts = new Texts();

    @Test
    void everyRefusalHasAText() {
        var missing = new ArrayList<String>();
        for (var type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.goufu")) {
            if (type.isEnum() && type.isAssignableTo(Problem.class)) {
                for (var constant : type.reflect().getEnumConstants()) {
                    var key = "problem." + ((Problem) constant).code();
                    if (texts.textOr(key, "", Locale.SIMPLIFIED_CHINESE).isEmpty()) missing.add(key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            for (var chinese : files.filter(file -> !file.toString().endsWith("_en.properties"))
                    .toList()) {
                var english = Path.of(chinese.toString().replace(".properties", "_en.properties"));
                assertThat(keys(english)).as(chinese.toString()).isEqualTo(keys(chinese));
            }
        }
    }

    private static TreeSet<String> keys(Path bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
