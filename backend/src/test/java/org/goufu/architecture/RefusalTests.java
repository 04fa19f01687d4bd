package org.goufu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.account.domain.ActivationProblem;
import org.goufu.account.domain.SignInProblem;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.kernel.ActorProblem;
import org.goufu.kernel.Problem;
import org.goufu.opendata.OpendataProblem;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.FilingProblem;
import org.goufu.organization.domain.ImportProblem;
import org.goufu.platform.files.FileProblem;
import org.goufu.platform.http.Texts;
import org.goufu.platform.sheets.SheetProblem;
import org.goufu.reference.ReferenceProblem;
import org.junit.jupiter.api.Test;

/** Whatever the forms of the registry and the federations can be refused with, some test over HTTP provokes. */
class RefusalTests {
    private static final Path MAIN = Path.of("src/main/java/org/goufu");
    private static final Path TESTS = Path.of("src/test/java/org/goufu");
    private static final List<String> MODULES = List.of("account", "federation", "organization", "reference");
    private static final List<Class<? extends Problem>> REFUSALS = List.of(
            ActivationProblem.class,
            ActorProblem.class,
            FederationProblem.class,
            FileProblem.class,
            FilingProblem.class,
            ImportProblem.class,
            OpendataProblem.class,
            OrganizationProblem.class,
            ReferenceProblem.class,
            SheetProblem.class,
            SignInProblem.class);

    /** What no request can bring about by itself: a full house, a first start, and a guard behind the form's own. */
    private static final Set<String> BY_UNIT_TESTS =
            Set.of("sign-in/busy", "opendata/not-counted-yet", "organization/credit-code-invalid");

    /** A field that is wrong, by the code of its text; what is pieced together ends in a hyphen and is left out. */
    private static final Pattern FIELD =
            Pattern.compile("(?:FieldProblem\\.of|wrong)\\(\\s*[^,;]+,\\s*\"([a-zA-Z0-9-]*[a-zA-Z0-9])\"");

    @Test
    void everyRefusalIsProvokedOverHttp() throws IOException {
        var refusals = REFUSALS.stream()
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Problem::code)
                .collect(Collectors.toSet());
        assertThat(refusals).containsAll(BY_UNIT_TESTS);
        assertThat(unnamed(refusals, sources(TESTS, "IT.java"), "\"%s\"", "/%s\""))
                .isEqualTo(new TreeSet<>(BY_UNIT_TESTS));
    }

    @Test
    void everyFieldThatCanBeWrongIsProvokedOverHttp() throws IOException {
        assertThat(unnamed(fields(), sources(TESTS, "IT.java"), " %s\"", "\"%s\""))
                .isEmpty();
    }

    @Test
    void everyFieldThatCanBeWrongHasAText() throws IOException {
        var texts = new Texts();
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(fields())
                    .allSatisfy(field -> assertThat(texts.textOr("field." + field, "", locale))
                            .as(field)
                            .isNotEmpty());
        }
    }

    @Test
    void theRuleCanFail() {
        var source = "Refusal.post(registrar, form, path).is(422, \"federation/cap-invalid\", \"/amountFen cap\");";
        assertThat(unnamed(Set.of("federation/cap-invalid"), source, "\"%s\"")).isEmpty();
        assertThat(unnamed(Set.of("federation/cap"), source, "\"%s\"")).containsExactly("federation/cap");
        assertThat(unnamed(Set.of("cap"), source, " %s\"")).isEmpty();
        assertThat(unnamed(Set.of("amount"), source, " %s\"")).containsExactly("amount");
        assertThat(FIELD.matcher("wrong(\"/name\", \"too-long\", longest)").find())
                .isTrue();
        assertThat(FIELD.matcher("refuse(\"/nature\", \"filing-nature-\" + form.nature())")
                        .find())
                .isFalse();
    }

    private static Set<String> fields() throws IOException {
        var fields = new TreeSet<String>();
        for (var module : MODULES) {
            FIELD.matcher(sources(MAIN.resolve(module), ".java")).results().forEach(hit -> fields.add(hit.group(1)));
        }
        assertThat(fields).hasSizeGreaterThan(40);
        return fields;
    }

    private static TreeSet<String> unnamed(Set<String> codes, String sources, String... forms) {
        var unnamed = new TreeSet<String>();
        for (var code : codes) {
            if (Stream.of(forms).noneMatch(form -> sources.contains(form.formatted(code)))) unnamed.add(code);
        }
        return unnamed;
    }

    private static String sources(Path root, String ending) throws IOException {
        try (var files = Files.walk(root)) {
            var all = new StringBuilder();
            for (var file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
