package org.goufu.demo.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.jspecify.annotations.Nullable;

/** A body as it is written. */
public record DemoBody(
        UUID id,
        String name,
        BodyKind kind,
        @Nullable LegalForm legalForm,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        String regionCode,
        LocalDate foundedOn,
        String businessScope,
        String address,
        List<DemoFact> facts) {
    DemoBody with(List<DemoFact> others) {
        return new DemoBody(
                id,
                name,
                kind,
                legalForm,
                creditCode,
                filingNumber,
                regionCode,
                foundedOn,
                businessScope,
                address,
                others);
    }
}
