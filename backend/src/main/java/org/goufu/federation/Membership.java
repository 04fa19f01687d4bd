package org.goufu.federation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body in a federation, with its consent and its mandates.
 *
 * <p>Beside what holds stands when the platform learnt of it: an answer as of an earlier moment overlooks what came later.
 *
 * @param to last day, null while it has none
 * @param consentedOn day on which the member's own contact agreed, null when it has not
 * @param consentKnownAt when the platform learnt of the consent
 * @param confirmedAt when the street confirmed it, null when it has not
 * @param knownAt when the federation invited the member
 * @param endKnownAt when the platform learnt of the last day, or that it was refused
 * @param version grows with every act on it or on one of its mandates
 */
public record Membership(
        UUID id,
        UUID federationId,
        UUID memberId,
        MembershipState state,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate consentedOn,
        @Nullable Instant consentKnownAt,
        @Nullable Instant confirmedAt,
        Instant knownAt,
        @Nullable Instant endKnownAt,
        long version,
        List<Mandate> mandates) {

    public Membership {
        mandates = List.copyOf(mandates);
    }

    /** Whether it lasted on the day, the member had agreed and the street had confirmed, as far as was known at the moment. */
    public boolean standsOn(LocalDate day, Instant known) {
        return !knownAt.isAfter(known)
                && isConfirmed(known)
                && !day.isBefore(from)
                && !isOver(day, known)
                && consentedOn != null
                && !consentedOn.isAfter(day);
    }

    /** Whether it lasts on the day by all that is known now. */
    public boolean lastsOn(LocalDate day) {
        return isConfirmed(Instant.MAX) && !day.isBefore(from) && !isOver(day, Instant.MAX);
    }

    public boolean isConsented(Instant known) {
        return isKnown(consentKnownAt, known);
    }

    public boolean isConfirmed(Instant known) {
        return isKnown(confirmedAt, known);
    }

    /** Whether the moment knew of a last day before this one; an end that was learnt later does not count. */
    public boolean isOver(LocalDate day, Instant known) {
        return to != null && isKnown(endKnownAt, known) && to.isBefore(day);
    }

    /** Whether the moment knew that nothing came of it. */
    public boolean isRefused(Instant known) {
        return state == MembershipState.REFUSED && isKnown(endKnownAt, known);
    }

    /** The membership as it stood in the eyes of the moment: what was learnt later has not happened. */
    public Membership asKnown(Instant known) {
        boolean ended = isKnown(endKnownAt, known);
        return new Membership(
                id,
                federationId,
                memberId,
                state,
                from,
                ended ? to : null,
                isConsented(known) ? consentedOn : null,
                isConsented(known) ? consentKnownAt : null,
                isConfirmed(known) ? confirmedAt : null,
                knownAt,
                ended ? endKnownAt : null,
                version,
                mandates.stream()
                        .filter(mandate -> !mandate.knownAt().isAfter(known))
                        .map(mandate -> mandate.asKnown(known))
                        .toList());
    }

    private static boolean isKnown(@Nullable Instant learnt, Instant known) {
        return learnt != null && !learnt.isAfter(known);
    }

    /** As it was on record at the moment, but for its state, which is today's; empty when nothing was known of it. */
    public Optional<Membership> asOf(Instant moment) {
        if (knownAt.isAfter(moment)) return Optional.empty();
        boolean consented = isConsented(moment);
        boolean ended = isKnown(endKnownAt, moment);
        return Optional.of(new Membership(
                id,
                federationId,
                memberId,
                state,
                from,
                ended ? to : null,
                consented ? consentedOn : null,
                consented ? consentKnownAt : null,
                isConfirmed(moment) ? confirmedAt : null,
                knownAt,
                ended ? endKnownAt : null,
                version,
                mandates.stream()
                        .filter(mandate -> !mandate.knownAt().isAfter(moment))
                        .map(mandate -> mandate.asOf(moment))
                        .toList()));
    }
}
