package org.goufu.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.goufu.kernel.ProblemException;
import org.goufu.kernel.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistryImportTests {
    private static final ColumnMapping MAPPING = new ColumnMapping(
            1, List.of(new ColumnMapping.Column("名称", ImportField.NAME), new ColumnMapping.Column("备注", null)));

    @ParameterizedTest
    @EnumSource(ImportState.class)
    void isAppliedFromThePreviewOnly(ImportState state) {
        allowedOnlyIn(state, RegistryImport::applied, ImportState.APPLYING, ImportState.PREVIEW);
    }

    @ParameterizedTest
    @EnumSource(ImportState.class)
    void isUndoneOnlyWhenItWasApplied(ImportState state) {
        allowedOnlyIn(state, RegistryImport::undone, ImportState.UNDOING, ImportState.APPLIED);
    }

    @ParameterizedTest
    @EnumSource(ImportState.class)
    void isThrownAwayOnlyWhileNothingWasWritten(ImportState state) {
        allowedOnlyIn(state, RegistryImport::discarded, state, ImportState.PREVIEW, ImportState.REFUSED);
    }

    @Test
    void hasNothingToApplyWhenNoRowChangesAnything() {
        refused(() -> in(ImportState.PREVIEW, 0).applied(), ImportProblem.NOTHING_TO_APPLY);
        assertThat(in(ImportState.PREVIEW, 1).applied().state()).isEqualTo(ImportState.APPLYING);
    }

    @Test
    void isReadAgainWithOtherColumns() {
        var again = in(ImportState.PREVIEW, 1).remapped(List.of(ImportField.NAME, ImportField.HEAD));
        assertThat(again.state()).isEqualTo(ImportState.READING);
        assertThat(again.mapping().columns().getLast().field()).isEqualTo(ImportField.HEAD);
    }

    @Test
    void mustSayWhichBodyARowIsAboutAndNothingTwice() {
        var preview = in(ImportState.PREVIEW, 1);
        refused(() -> preview.remapped(Arrays.asList(ImportField.HEAD, null)), ImportProblem.MAPPING_INVALID);
        refused(() -> preview.remapped(List.of(ImportField.NAME, ImportField.NAME)), ImportProblem.MAPPING_INVALID);
        refused(() -> preview.remapped(List.of(ImportField.NAME)), ImportProblem.MAPPING_INVALID);
    }

    @Test
    void doesNotExistForARegistrarOfAnotherPlace() {
        var county = in(ImportState.PREVIEW, 1);
        assertThat(county.keptBy(new RegionCode("510114"))).isSameAs(county);
        assertThat(county.keptBy(new RegionCode("5101"))).isSameAs(county);
        refused(() -> county.keptBy(new RegionCode("510107")), ImportProblem.NOT_FOUND);
        refused(() -> county.keptBy(new RegionCode("510114001")), ImportProblem.NOT_FOUND);
    }

    private static void allowedOnlyIn(
            ImportState state, UnaryOperator<RegistryImport> act, ImportState next, ImportState... allowed) {
        if (List.of(allowed).contains(state)) {
            assertThat(act.apply(in(state, 1)).state()).isEqualTo(next);
        } else {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> act.apply(in(state, 1)));
        }
    }

    private static void refused(Runnable act, ImportProblem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(act::run)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }

    private static RegistryImport in(ImportState state, int changing) {
        return new RegistryImport(
                new UUID(1, 1),
                ImportKind.REGISTER,
                state,
                false,
                new RegionCode("510114"),
                new UUID(2, 2),
                "登记员",
                new UUID(3, 3),
                "台账.csv",
                100,
                "digest",
                MAPPING,
                changing,
                3);
    }
}
