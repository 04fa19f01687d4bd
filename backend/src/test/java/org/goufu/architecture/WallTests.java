package org.goufu.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wall stands in our classes, and falls on the violations that are planted for it. */
class WallTests {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.goufu");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(Walls.plantedPackage());

    static Stream<Walls.Named> rules() {
        return Walls.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Walls.Named named) {
        named.rule().check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(Walls.Named named) {
        assertThatThrownBy(() -> named.rule().check(BROKEN)).isInstanceOf(AssertionError.class);
    }
}
