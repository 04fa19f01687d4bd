package org.goufu.matching.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.jspecify.annotations.Nullable;

/**
 * One thing on record on which a verdict rests; without it the verdict would be another.
 *
 * @param bodyId whose record it is
 * @param value a code: the credit code, the value of the fact, the categories of the mandate
 * @param number how many, or fen for a mandate; else zero
 * @param from first day on which it holds, null when the entry does not say
 * @param to last day on which it holds, null while it has no end
 * @param knownAt when the platform learnt of it, null for the entry itself
 * @param source who said so; null for the entry itself, and for relations, which members make on the platform
 * @param origin how it came on record; null for everything but facts
 * @param evidenceId the file that shows it, null when there is none
 * @param confirmedAt when a registrar confirmed what the body declared itself, null for everything else
 */
public record Citation(
        Type type,
        UUID id,
        UUID bodyId,
        Kind kind,
        String value,
        long number,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant knownAt,
        @Nullable String source,
        @Nullable FactOrigin origin,
        @Nullable UUID evidenceId,
        @Nullable Instant confirmedAt) {

    /** Where it stands. */
    public enum Type {
        /** The body's entry in the registry. */
        ENTRY,
        FACT,
        MEMBERSHIP,
        MANDATE
    }

    /** What kind of entry, fact or relation it is, in the words of the module that keeps it. */
    public enum Kind {
        LEGAL_PERSON,
        FEDERATION,
        FILED_GROUP,
        STATUS,
        FILING,
        INSPECTION,
        CREDIT_LIST,
        GRADE,
        CATEGORY,
        PLACE,
        QUALIFICATION,
        STAFF,
        EXPERIENCE,
        TAX,
        HEADCOUNT,
        NET_ASSETS,
        INCOME,
        ACTIVITY,
        SCOPE,
        HEAD,
        BANK_ACCOUNT,
        MEMBERSHIP,
        MANDATE;

        static Kind of(BodyKind entry) {
            return valueOf(entry.name());
        }

        static Kind of(FactKind fact) {
            return valueOf(fact.name());
        }
    }

    static Citation of(BodyProfile body) {
        var number = body.kind().isLegalPerson() ? body.creditCode() : body.filingNumber();
        return new Citation(
                Type.ENTRY,
                body.id(),
                body.id(),
                Kind.of(body.kind()),
                number == null ? "" : number,
                0,
                body.foundedOn(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Citation of(BodyProfile body, Fact fact) {
        return new Citation(
                Type.FACT,
                fact.id(),
                body.id(),
                Kind.of(fact.kind()),
                fact.value(),
                fact.number(),
                fact.from(),
                fact.to(),
                fact.knownAt(),
                fact.source(),
                fact.origin(),
                fact.evidenceId(),
                fact.confirmedAt());
    }

    /** Its first day counts from the confirmation on, which may still move it. */
    static Citation of(Membership membership) {
        return new Citation(
                Type.MEMBERSHIP,
                membership.id(),
                membership.memberId(),
                Kind.MEMBERSHIP,
                membership.federationId().toString(),
                0,
                membership.confirmedAt() == null ? null : membership.from(),
                membership.to(),
                membership.knownAt(),
                null,
                null,
                null,
                null);
    }

    static Citation of(UUID memberId, Mandate mandate) {
        return new Citation(
                Type.MANDATE,
                mandate.id(),
                memberId,
                Kind.MANDATE,
                String.join(",", mandate.categories()),
                mandate.amountCapFen(),
                mandate.from(),
                mandate.to(),
                mandate.knownAt(),
                null,
                null,
                mandate.paperId(),
                null);
    }
}
