package org.goufu.bidding.domain.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * Who of a keyset gets which share, as every envelope sealed to it must say. Made once of a document, however many envelopes are sealed
 * to it.
 *
 * @param keysetHash of the document's bytes, by which envelopes name it
 * @param shares of each segment, in the document's order
 */
public record Holders(Keyset keyset, String keysetHash, List<Holder> shares) {

    /** @param x of Shamir's polynomial */
    public record Holder(String group, String kid, int x) {}

    public Holders {
        shares = List.copyOf(shares);
    }

    /** Fails with {@link Fault#MALFORMED} for what is no keyset. */
    public static Holders of(byte[] keysetDocument) {
        var keyset = Keyset.read(keysetDocument);
        var shares = new ArrayList<Holder>();
        for (var group : keyset.groups()) {
            for (int i = 0; i < group.members().size(); i++) {
                shares.add(new Holder(group.id(), group.members().get(i).kid(), i + 1));
            }
        }
        return new Holders(keyset, Keyset.hash(keysetDocument), shares);
    }
}
