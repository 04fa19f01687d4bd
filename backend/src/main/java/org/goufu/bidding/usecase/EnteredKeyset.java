package org.goufu.bidding.usecase;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.usecase.FrozenKeysets.Frozen;
import org.goufu.bidding.usecase.Keysets.Replacement;
import org.goufu.ledger.Act;

/**
 * What the ledger says of those to whom a lot's bids are sealed: the digest of their document, which every envelope names, too, and the last
 * act of each key in it, so that a revocation cannot be left out.
 */
final class EnteredKeyset {
    private EnteredKeyset() {}

    /** @param keys the subjects of those in the document, in its order */
    static Act frozen(Frozen keyset, List<UUID> keys) {
        return new Act(Act.Kind.KEYSET_FROZEN, keyset.lot(), keyset.purchase(), said(keyset), keys);
    }

    /** One that stood before the ledger knew of keysets: its place tells nothing of when it was frozen. */
    static Act frozenEarlier(Frozen keyset, List<UUID> keys) {
        var said = said(keyset);
        said.put("earlier", true);
        return new Act(Act.Kind.KEYSET_FROZEN, keyset.lot(), keyset.purchase(), said, keys);
    }

    static Act replaced(Replacement replacement, UUID purchase, List<UUID> keys) {
        return new Act(
                Act.Kind.KEYSET_REPLACED,
                replacement.id(),
                purchase,
                Map.of(
                        "lot", replacement.lot().toString(),
                        "replaced", replacement.replaced(),
                        "keyset", Keyset.hash(replacement.document())),
                keys);
    }

    private static Map<String, Object> said(Frozen keyset) {
        return new TreeMap<>(Map.of("lot", keyset.lot().toString(), "keyset", Keyset.hash(keyset.document())));
    }
}
