package org.goufu.organization.domain;

import static org.goufu.organization.domain.ImportState.APPLIED;
import static org.goufu.organization.domain.ImportState.APPLYING;
import static org.goufu.organization.domain.ImportState.PREVIEW;
import static org.goufu.organization.domain.ImportState.READING;
import static org.goufu.organization.domain.ImportState.REFUSED;
import static org.goufu.organization.domain.ImportState.UNDOING;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way into the registry.
 *
 * @param region what its registrar keeps: nothing outside of it is touched
 * @param unattended whether it is applied without anybody looking at the preview: the nightly lists
 * @param changing how many rows would change the registry, once that is known
 */
public record RegistryImport(
        UUID id,
        ImportKind kind,
        ImportState state,
        boolean unattended,
        RegionCode region,
        UUID byId,
        String byName,
        UUID fileId,
        String fileName,
        long fileSize,
        String digest,
        @Nullable ColumnMapping mapping,
        int changing,
        long version) {

    /** Fails with {@code import/not-found} for a registrar of another region: a stranger learns nothing. */
    public RegistryImport keptBy(RegionCode registrars) {
        if (!registrars.covers(region)) throw ImportProblem.NOT_FOUND.raise();
        return this;
    }

    /** Reads the same file again with other columns. */
    public RegistryImport remapped(List<@Nullable ImportField> fields) {
        if (state != PREVIEW || mapping == null) throw refusal(ImportProblem.NOT_READY);
        return with(READING, mapping.choose(fields));
    }

    public RegistryImport applied() {
        if (state != PREVIEW) throw refusal(ImportProblem.NOT_READY);
        if (changing == 0) throw ImportProblem.NOTHING_TO_APPLY.raise();
        return with(APPLYING, mapping);
    }

    public RegistryImport undone() {
        if (state != APPLIED) throw refusal(ImportProblem.NOT_APPLIED);
        return with(UNDOING, mapping);
    }

    /** What was written stays on record; only what wrote nothing may be thrown away. */
    public RegistryImport discarded() {
        if (state != PREVIEW && state != REFUSED) throw refusal(ImportProblem.BUSY);
        return this;
    }

    private RuntimeException refusal(ImportProblem otherwise) {
        return (state.isAtWork() ? ImportProblem.BUSY : otherwise).raise();
    }

    private RegistryImport with(ImportState next, @Nullable ColumnMapping columns) {
        return new RegistryImport(
                id,
                kind,
                next,
                unattended,
                region,
                byId,
                byName,
                fileId,
                fileName,
                fileSize,
                digest,
                columns,
                changing,
                version);
    }
}
