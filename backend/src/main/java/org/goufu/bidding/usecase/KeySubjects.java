package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.HolderGroup;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.bidding.domain.seal.Keyset;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Under which subjects the keys of a document stand in the ledger. */
@Component
class KeySubjects {
    private final HolderKeys keys;

    KeySubjects(HolderKeys keys) {
        this.keys = keys;
    }

    /** Of all its keys, in the document's order; fails with {@code holder/key-not-found}. */
    Mono<List<UUID>> of(byte[] document) {
        return Mono.fromSupplier(() -> Keyset.read(document))
                .flatMapIterable(Keyset::groups)
                .concatMap(
                        group -> Flux.fromIterable(group.members()).concatMap(member -> of(group.id(), member.kid())))
                .collectList();
    }

    /** The platform's own key is in no table. */
    Mono<UUID> of(String group, String kid) {
        return group.equals(HolderGroup.PLATFORM.id())
                ? Mono.just(EnteredKey.platform(kid))
                : keys.named(kid).map(HolderKey::id);
    }
}
