package org.goufu.architecture;

import org.goufu.GoufuApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between modules: each names its neighbours, and there are no circles. */
class ModuleTests {
    @Test
    void modulesTouchOnlyTheNeighboursThatTheyName() {
        ApplicationModules.of(GoufuApplication.class).verify();
    }
}
