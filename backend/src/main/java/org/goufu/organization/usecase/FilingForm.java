package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.util.List;
import org.goufu.organization.ActivityKind;
import org.goufu.organization.domain.Attachment;
import org.goufu.organization.domain.FilingRecord;
import org.goufu.organization.domain.GroupNature;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk types about a group; anything may be missing, the reader says what.
 *
 * @param nature what the group is, in the clerk's own words of the form
 * @param acknowledged codes of the warnings that the clerk accepts
 */
public record FilingForm(
        @Nullable String name,
        @Nullable String communityCode,
        @Nullable ActivityKind type,
        @Nullable GroupNature nature,
        FilingRecord.@Nullable Leader leader,
        @Nullable Integer memberCount,
        @Nullable List<String> coreMembers,
        @Nullable LocalDate foundedOn,
        @Nullable String venue,
        @Nullable String purpose,
        @Nullable List<String> categories,
        @Nullable String guidanceUnit,
        @Nullable String host,
        @Nullable String partyBranch,
        @Nullable String funding,
        @Nullable List<Attachment> attachments,
        @Nullable List<String> acknowledged) {}
