package org.goufu.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells what the public may read of a registration; the contact is none of it. */
public interface RegisteredItems {

    /**
     * What a certificate says beyond what all bodies have; each item may be unknown (domain.md 3.2).
     *
     * @param institutionKind LEGAL_PERSON, PARTNERSHIP or INDIVIDUAL
     * @param foundationKind PUBLIC or NON_PUBLIC
     * @param partyKind NONE, OWN, JOINT or FUNCTIONAL
     */
    record Items(
            @Nullable String registrationAuthority,
            @Nullable String competentUnit,
            @Nullable String industryUnit,
            @Nullable String purpose,
            @Nullable String activityArea,
            @Nullable Long fundsFen,
            @Nullable String institutionKind,
            @Nullable String foundationKind,
            @Nullable Boolean charity,
            @Nullable Boolean publicFundraising,
            @Nullable LocalDate certificateFrom,
            @Nullable LocalDate certificateTo,
            @Nullable String partyKind,
            @Nullable String partyName,
            @Nullable Integer individualMembers,
            @Nullable Integer unitMembers,
            @Nullable Integer council,
            @Nullable Integer supervisors) {}

    /** As they stood at the moment; empty for a body that is not there. */
    Mono<Items> asOf(UUID bodyId, Instant known);
}
