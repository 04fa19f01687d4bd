package org.goufu.ledger;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Signed heads of the ledger, for those who need a number that nobody could choose. */
public interface SignedHeads {

    /**
     * A head as it was signed.
     *
     * @param root in hexadecimal digits
     * @param note the signed text, as strangers verify it
     */
    record SignedHead(long size, String root, String note) {}

    /**
     * The first head that was signed after an act was entered: there is one only, however often one asks.
     *
     * <p>After the transaction that entered it. Fails with {@code ledger/entry-not-found}.
     */
    Mono<SignedHead> after(Act.Kind kind, UUID subject);

    /** The one that was signed at this size; empty when none was. */
    Mono<SignedHead> at(long size);
}
