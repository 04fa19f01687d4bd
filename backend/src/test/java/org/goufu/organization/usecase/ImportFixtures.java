package org.goufu.organization.usecase;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.organization.domain.ColumnMapping;
import org.goufu.organization.domain.ImportField;
import org.goufu.organization.domain.ImportKind;
import org.goufu.organization.domain.ImportState;
import org.goufu.organization.domain.RegistryImport;

/** Imports and registrars with names. */
final class ImportFixtures {
    private static final ColumnMapping MAPPING = new ColumnMapping(
            1, List.of(new ColumnMapping.Column("名称", ImportField.NAME), new ColumnMapping.Column("备注", null)));

    private ImportFixtures() {}

    static Actor registrarOf(String region) {
        return new Actor(
                new UUID(7, 7), "registrar", "登记员", Set.of(Role.REGISTRAR), null, null, new RegionCode(region));
    }

    /** A preview in 新都区 with something to write. */
    static RegistryImport preview() {
        return new RegistryImport(
                Ids.next(),
                ImportKind.REGISTER,
                ImportState.PREVIEW,
                false,
                new RegionCode("510114"),
                new UUID(7, 7),
                "登记员",
                new UUID(8, 8),
                "台账.csv",
                100,
                "digest",
                MAPPING,
                3,
                1);
    }

    static RegistryImport version(RegistryImport one, long version) {
        return new RegistryImport(
                one.id(),
                one.kind(),
                one.state(),
                one.unattended(),
                one.region(),
                one.byId(),
                one.byName(),
                one.fileId(),
                one.fileName(),
                one.fileSize(),
                one.digest(),
                one.mapping(),
                one.changing(),
                version);
    }
}
