package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.util.List;
import org.goufu.organization.LegalForm;
import org.goufu.organization.domain.Registration;
import org.jspecify.annotations.Nullable;

/**
 * A registrar's form of an organization, as it was typed.
 *
 * @param head 法定代表人 or 负责人
 * @param changedOn from which day head and scope are new; null for today, without meaning on registration
 * @param acknowledged the codes of warnings that the registrar has read and accepts
 */
public record OrganizationForm(
        @Nullable String name,
        @Nullable LegalForm legalForm,
        @Nullable String creditCode,
        @Nullable String regionCode,
        @Nullable LocalDate foundedOn,
        @Nullable String businessScope,
        @Nullable String address,
        @Nullable String head,
        @Nullable String legacyCertNo,
        @Nullable String registrationAuthority,
        @Nullable Registration registration,
        @Nullable LocalDate changedOn,
        @Nullable List<String> acknowledged) {}
