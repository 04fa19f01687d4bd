package org.goufu.search.query;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;

/** A body as a list shows it. */
public record OrganizationHit(
        UUID id,
        String name,
        String kind,
        @Nullable String legalForm,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        Coded region,
        @Nullable String grade,
        @Nullable String status,
        List<Coded> categories,
        @Nullable Named federation) {}
