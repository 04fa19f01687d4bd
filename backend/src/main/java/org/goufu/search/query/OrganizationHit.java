package org.goufu.search.query;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.goufu.organization.Grade;
import org.goufu.organization.LegalForm;
import org.goufu.organization.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A body as a list shows it.
 *
 * @param highlight the name as HTML with {@code <em>} around what was asked for and everything else escaped; null when nothing stands in it
 */
public record OrganizationHit(
        UUID id,
        String name,
        BodyKind kind,
        @Nullable LegalForm legalForm,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        Coded region,
        @Nullable Grade grade,
        Standing status,
        List<Coded> categories,
        @Nullable Named federation,
        @Nullable String highlight) {}
