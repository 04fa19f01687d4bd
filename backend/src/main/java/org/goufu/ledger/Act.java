package org.goufu.ledger;

import java.util.Map;
import java.util.UUID;

/**
 * What is entered into the ledger.
 *
 * @param subject what it was done to: an act is entered once for each kind and subject
 * @param purchase under which it is found again
 * @param details what a stranger needs to compare it with the published documents; plain values only
 */
public record Act(Kind kind, UUID subject, UUID purchase, Map<String, Object> details) {
    public enum Kind {
        NOTICE_PUBLISHED
    }
}
