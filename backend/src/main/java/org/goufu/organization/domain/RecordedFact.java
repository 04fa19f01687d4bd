package org.goufu.organization.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Ids;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A fact with who put it on record.
 *
 * @param recordedBy the account, null for facts from before there were accounts
 */
public record RecordedFact(
        UUID id,
        UUID bodyId,
        FactKind kind,
        String value,
        long number,
        LocalDate from,
        @Nullable LocalDate to,
        Instant knownAt,
        @Nullable Instant withdrawnAt,
        String source,
        FactOrigin origin,
        @Nullable UUID evidenceId,
        @Nullable UUID recordedBy,
        @Nullable String recordedByName,
        @Nullable Instant confirmedAt) {

    /** Whether it is what the body says of itself and nobody has looked at it. */
    public boolean awaitsConfirmation() {
        return origin == FactOrigin.SELF && confirmedAt == null && withdrawnAt == null;
    }

    /** What it is about: of two facts about one matter only one can hold on a day. */
    public String matter() {
        return switch (kind) {
            case STATUS, FILING, GRADE, SCOPE, HEAD, BANK_ACCOUNT -> "";
            case INSPECTION -> value.split(":", 2)[0];
            case QUALIFICATION -> value.startsWith("-") ? value.substring(1) : value;
            case CREDIT_LIST, CATEGORY, PLACE, STAFF, EXPERIENCE, ACTIVITY, TAX, HEADCOUNT, NET_ASSETS, INCOME -> value;
        };
    }

    public boolean isAboutTheSameAs(RecordedFact other) {
        return kind == other.kind && matter().equals(other.matter());
    }

    /** Whether some day belongs to both. */
    public boolean overlaps(RecordedFact other) {
        return (to == null || !to.isBefore(other.from)) && (other.to == null || !other.to.isBefore(from));
    }

    /** The same fact with other days, learnt now. */
    RecordedFact lasting(LocalDate newFrom, @Nullable LocalDate newTo, RecordedFact cause) {
        return new RecordedFact(
                Ids.next(),
                bodyId,
                kind,
                value,
                number,
                newFrom,
                newTo,
                cause.knownAt,
                null,
                source,
                origin,
                evidenceId,
                cause.recordedBy,
                cause.recordedByName,
                null);
    }

    /** As the history keeps it. */
    public Map<String, @Nullable Object> items() {
        var items = new LinkedHashMap<String, @Nullable Object>();
        items.put("kind", kind);
        items.put("value", value);
        items.put(kind.isAmount() ? "amountFen" : "number", number == 0 && !kind.isYearly() ? null : number);
        items.put("from", from);
        items.put("to", to);
        items.put("source", source);
        items.put("evidenceId", evidenceId);
        return items;
    }
}
