package org.goufu.organization.http;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.domain.Registration;
import org.jspecify.annotations.Nullable;

/**
 * A body as its registrar keeps it; the version stands in the ETag too.
 *
 * @param head who speaks for it today, null when nobody is on record
 */
record OrganizationRecord(
        UUID id,
        long version,
        String name,
        BodyKind kind,
        @Nullable LegalForm legalForm,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        Coded region,
        @Nullable LocalDate foundedOn,
        String businessScope,
        String address,
        @Nullable String head,
        @Nullable String legacyCertNo,
        @Nullable String registrationAuthority,
        Registration registration) {

    static OrganizationRecord of(RegisteredBody body, Coded region, @Nullable String head) {
        return new OrganizationRecord(
                body.id(),
                body.version(),
                body.name(),
                body.kind(),
                body.legalForm(),
                body.creditCode(),
                body.filingNumber(),
                region,
                body.foundedOn(),
                body.businessScope(),
                body.address(),
                head,
                body.legacyCertNo(),
                body.registrationAuthority(),
                body.registration());
    }
}
