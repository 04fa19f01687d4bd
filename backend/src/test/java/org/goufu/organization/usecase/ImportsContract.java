package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import org.goufu.kernel.Ids;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every store of imports promises; the one in memory keeps it too, so that tests on it cannot lie. */
public interface ImportsContract {
    Imports store();

    @Test
    default void givesBackWhatWasAdded() {
        var added = ImportFixtures.preview();
        StepVerifier.create(store().add(added).then(store().get(added.id())))
                .assertNext(found -> {
                    assertThat(found.fileName()).isEqualTo(added.fileName());
                    assertThat(found.state()).isEqualTo(added.state());
                    assertThat(found.region()).isEqualTo(added.region());
                    assertThat(found.version()).isEqualTo(1);
                })
                .verifyComplete();
    }

    @Test
    default void failsForAnUnknownImport() {
        StepVerifier.create(store().get(Ids.next())).verifyErrorMessage("import/not-found");
    }

    @Test
    default void countsVersionsAndRefusesStaleOnes() {
        var added = ImportFixtures.preview();
        StepVerifier.create(store().add(added).then(store().save(added)).then(store().get(added.id())))
                .assertNext(found -> assertThat(found.version()).isEqualTo(2))
                .verifyComplete();
        StepVerifier.create(store().save(added)).verifyErrorMessage("http/version-stale");
        StepVerifier.create(store().remove(added)).verifyErrorMessage("http/version-stale");
        StepVerifier.create(store().get(added.id()).flatMap(store()::remove)).verifyComplete();
        StepVerifier.create(store().get(added.id())).verifyErrorMessage("import/not-found");
    }
}
