package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.organization.usecase.ImportFixtures.registrarOf;

import java.time.Duration;
import java.util.List;
import org.goufu.matching.Quiet;
import org.goufu.organization.domain.ImportField;
import org.goufu.organization.domain.ImportState;
import org.goufu.organization.domain.RegistryImport;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** A registrar decides about what he has seen, in his own region only. */
class SteerImportTests {
    private final InMemoryImports imports = new InMemoryImports();
    private final SteerImport steer = new SteerImport(imports, Quiet.transactions());

    @Test
    void appliesWhatWasLookedAt() {
        var preview = kept();
        StepVerifier.create(steer.apply(registrarOf("510114"), preview.id(), 1)).verifyComplete();
        assertThat(state(preview)).isEqualTo(ImportState.APPLYING);
    }

    @Test
    void refusesWhoeverLookedAtAnotherVersion() {
        var preview = kept();
        StepVerifier.create(steer.apply(registrarOf("510114"), preview.id(), 2))
                .verifyErrorMessage("http/version-stale");
        assertThat(state(preview)).isEqualTo(ImportState.PREVIEW);
    }

    @Test
    void tellsAStrangerThatThereIsNothing() {
        var preview = kept();
        var stranger = registrarOf("510107");
        StepVerifier.create(steer.apply(stranger, preview.id(), 1)).verifyErrorMessage("import/not-found");
        StepVerifier.create(steer.undo(stranger, preview.id(), 1)).verifyErrorMessage("import/not-found");
        StepVerifier.create(steer.discard(stranger, preview.id(), 1)).verifyErrorMessage("import/not-found");
        StepVerifier.create(steer.remap(stranger, preview.id(), List.of(ImportField.NAME, ImportField.HEAD), 1))
                .verifyErrorMessage("import/not-found");
        assertThat(state(preview)).isEqualTo(ImportState.PREVIEW);
    }

    @Test
    void doesOneThingAtATime() {
        var preview = kept();
        var registrar = registrarOf("510114");
        StepVerifier.create(steer.apply(registrar, preview.id(), 1)).verifyComplete();
        StepVerifier.create(steer.apply(registrar, preview.id(), 2)).verifyErrorMessage("import/busy");
        StepVerifier.create(steer.discard(registrar, preview.id(), 2)).verifyErrorMessage("import/busy");
    }

    private RegistryImport kept() {
        return imports.add(ImportFixtures.preview()).block(Duration.ofSeconds(1));
    }

    private ImportState state(RegistryImport one) {
        return imports.get(one.id()).block(Duration.ofSeconds(1)).state();
    }
}
