package org.goufu.ledger;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** What a module adds to a purchase's bundle: files that a stranger needs beside the entries to verify it. */
public interface BundlePart {

    /** @param path inside the bundle, {@code notices/….json} */
    record BundleFile(String path, byte[] bytes) {}

    /** Public things only; empty for a purchase that the module knows nothing public of. */
    Flux<BundleFile> files(UUID purchase);

    /**
     * Subjects of acts of no purchase that the files rest on, such as keys that were enrolled, and revoked; of blinded acts, too, once
     * everybody may know of them.
     */
    default Flux<UUID> subjects(UUID purchase) {
        return Flux.empty();
    }
}
