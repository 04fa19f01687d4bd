package org.goufu.matching.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.matching.Phrase;

/**
 * What to do so that a condition is met, as a sentence and as an act that a page can offer.
 *
 * @param bodyId whose staff would do it
 * @param parameters what the act's form is filled in with, by name, in the order of the names
 */
public record Remedy(Action action, UUID bodyId, Map<String, String> parameters, Phrase text) {

    /** What can be done. */
    public enum Action {
        /** Nothing before the day {@code from}. */
        WAIT,
        /** A filed group never signs itself. */
        GO_THROUGH_FEDERATION,
        /** The street has no federation: {@code street}. */
        ASK_STREET,
        /** Registration not NORMAL without an end on record. */
        ASK_REGISTRAR,
        /** No registration status on record: the registrar reports it, the body cannot. */
        REPORT_STATUS,
        /** On the list {@code list} without an end on record. */
        APPLY_FOR_REMOVAL,
        UPLOAD_QUALIFICATION,
        /** The licence {@code qualification} was refused or revoked. */
        OBTAIN_QUALIFICATION,
        UPLOAD_INSPECTION,
        /** A conclusion that stands for {@code year} can only be corrected by the registrar. */
        CONTEST_INSPECTION,
        UPLOAD_STAFF,
        /** {@code count} more people with {@code qualification} are needed. */
        ADD_STAFF,
        /** People judge it: show it with the bid. */
        PREPARE_PROOF,
        CONFIRM_FILING,
        JOIN_FEDERATION,
        GIVE_CONSENT,
        /** The street's part. */
        CONFIRM_MEMBERSHIP,
        GIVE_MANDATE,
        RENEW_MANDATE,
        WIDEN_MANDATE,
        RAISE_MANDATE,
        /** A federation has nobody who declares {@code category}. */
        INVITE_MEMBER,
        /** Not a matter of right: the body declares no category that touches {@code category}. */
        DECLARE_CATEGORY
    }

    public Remedy {
        parameters = new TreeMap<>(parameters);
    }

    /** Of an act without parameters. */
    static Remedy of(Action action, UUID bodyId, Phrase text) {
        return new Remedy(action, bodyId, Map.of(), text);
    }

    /** Nobody can do anything before the day. */
    static Remedy wait(UUID bodyId, LocalDate from, Phrase text) {
        return new Remedy(Action.WAIT, bodyId, Map.of("from", from.toString()), text);
    }
}
