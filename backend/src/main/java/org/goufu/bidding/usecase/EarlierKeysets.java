package org.goufu.bidding.usecase;

import java.util.List;
import java.util.Set;
import org.goufu.bidding.usecase.FrozenKeysets.Frozen;
import org.goufu.ledger.Act;
import org.goufu.ledger.EarlierActs;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keysets of before the ledger knew of any; behind the earlier notices, so that each lot's call stands before its keyset. */
@Component
@Order(3)
class EarlierKeysets implements EarlierActs<Frozen> {
    private final FrozenKeysets keysets;
    private final KeySubjects subjects;

    EarlierKeysets(FrozenKeysets keysets, KeySubjects subjects) {
        this.keysets = keysets;
        this.subjects = subjects;
    }

    @Override
    public Set<Act.Kind> kinds() {
        return Set.of(Act.Kind.KEYSET_FROZEN);
    }

    @Override
    public Mono<Long> done() {
        return keysets.frozen();
    }

    @Override
    public Flux<Frozen> after(@Nullable Frozen last, int size) {
        return keysets.frozenAfter(last == null ? null : last.lot(), size);
    }

    /** One that nobody can read, or of keys that nobody knows, is entered all the same: verifiers say what is wrong with it. */
    @Override
    public Flux<Act> of(Frozen keyset) {
        return subjects.of(keyset.document())
                .onErrorReturn(List.of())
                .map(keys -> EnteredKeyset.frozenEarlier(keyset, keys))
                .flux();
    }
}
