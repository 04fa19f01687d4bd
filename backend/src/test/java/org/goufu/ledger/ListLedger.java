package org.goufu.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A ledger in memory that keeps acts in the order in which they came, each once, and signs nothing. */
public final class ListLedger implements Ledger {
    public final List<Act> acts = new ArrayList<>();

    @Override
    public Mono<Void> enter(List<Act> more) {
        return Mono.fromRunnable(
                () -> more.stream().filter(act -> !acts.contains(act)).forEach(acts::add));
    }

    @Override
    public Mono<Void> reveal(Act by, Collection<UUID> subjects) {
        return Mono.error(new UnsupportedOperationException("nothing is blinded here"));
    }

    @Override
    public Mono<String> receipt(Act.Kind kind, UUID subject) {
        return Mono.error(new UnsupportedOperationException("nothing is signed here"));
    }

    @Override
    public Mono<Long> entered(Act.Kind kind) {
        return Mono.fromSupplier(
                () -> acts.stream().filter(act -> act.kind() == kind).count());
    }
}
