package org.goufu.ledger.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was done to the keys by which bodies sign, as the ledger tells. */
final class SigningKeyActs {
    static final String ENROLLED = "SIGNING_KEY_ENROLLED";
    static final String REVOKED = "SIGNING_KEY_REVOKED";

    private final Map<String, List<Entered>> byKey;

    /** @param acts in their order in the ledger */
    SigningKeyActs(List<Entered> acts) {
        this.byKey = acts.stream()
                .filter(act -> act.is(ENROLLED) || act.is(REVOKED))
                .collect(Collectors.groupingBy(act -> act.saying("subject")));
    }

    Optional<Entered> enrolled(String key) {
        return of(key).stream().filter(act -> act.is(ENROLLED)).findFirst();
    }

    boolean isRevokedBefore(String key, Entered act) {
        return of(key).stream().anyMatch(end -> end.is(REVOKED) && end.index() < act.index());
    }

    /** The last act of a key before another act; empty while there was none. */
    Optional<Entered> last(String key, Entered before) {
        return of(key).stream().filter(act -> act.index() < before.index()).reduce((earlier, later) -> later);
    }

    /** Whether it was made before the ledger knew of such keys: then the place of its act tells nothing of since when it was there. */
    static boolean isEarlier(Entered enrolled) {
        return Boolean.TRUE.equals(enrolled.said().get("earlier"));
    }

    private List<Entered> of(String key) {
        return byKey.getOrDefault(key, List.of());
    }
}
