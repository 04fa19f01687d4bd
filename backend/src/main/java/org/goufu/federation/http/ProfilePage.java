package org.goufu.federation.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FormerFilings.FormerFiling;
import org.goufu.organization.Grade;
import org.goufu.organization.LegalForm;
import org.goufu.organization.RegisteredItems.Items;
import org.goufu.organization.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The public profile of a body: no telephone numbers, nothing that was withdrawn.
 *
 * @param registration what the certificate says of a legal person
 * @param formerFiling under which a legal person stood while it was a filed group
 */
record ProfilePage(
        UUID id,
        String name,
        BodyKind kind,
        @Nullable LegalForm legalForm,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        @Nullable FormerFiling formerFiling,
        @Nullable Items registration,
        Coded region,
        @Nullable Grade grade,
        Standing status,
        List<Coded> categories,
        @Nullable Named federation,
        String address,
        @Nullable LocalDate foundedOn,
        String businessScope,
        List<FactItem> facts,
        List<Coded> places,
        List<MembershipItem> memberships,
        List<MemberItem> members) {

    /** Whether something holds today. */
    enum State {
        VALID,
        EXPIRED,
        FUTURE
    }

    /**
     * A fact on record.
     *
     * @param number how many, for staff, experience and headcount; else null
     * @param unconfirmed whether the body declared it itself and no registrar has confirmed it
     */
    record FactItem(
            FactKind kind,
            String kindName,
            String value,
            String valueName,
            @Nullable Long number,
            LocalDate from,
            @Nullable LocalDate to,
            Instant knownAt,
            String source,
            boolean unconfirmed,
            State state) {}

    record MembershipItem(
            Named federation,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate consentedOn,
            List<MandateItem> mandates) {}

    /** @param state EXPIRED also for a mandate that was revoked */
    record MandateItem(
            List<Coded> categories, long amountCapFen, List<Coded> places, LocalDate from, LocalDate to, State state) {}

    /**
     * A member of a federation.
     *
     * @param filingState null for a registered body, which needs no filing
     * @param mandateState null when it never gave a mandate
     */
    record MemberItem(
            UUID id,
            String name,
            BodyKind kind,
            List<Coded> categories,
            @Nullable State filingState,
            @Nullable State mandateState) {}
}
