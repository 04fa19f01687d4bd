package org.goufu.bidding.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.domain.Roster;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what federations prepare with their groups. */
public interface Rosters {

    /** Of one federation for one lot. */
    record Key(UUID lot, UUID federation) {}

    /**
     * A roster with what was answered.
     *
     * @param consented groups whose consent to their part as it stands in it holds now
     */
    record Held(Roster roster, Set<UUID> consented) {
        public Held {
            consented = Set.copyOf(consented);
        }

        public Key key() {
            return new Key(roster.lot(), roster.federation());
        }

        public List<UUID> missing() {
            return roster.groups().stream()
                    .filter(group -> !consented.contains(group))
                    .toList();
        }
    }

    /** A bid that counts and names groups. */
    record Naming(UUID envelope, UUID federation, String rosterHash) {}

    /** The one that holds now; empty when none was saved. */
    Mono<Held> find(Key key);

    /** The very one that a bid names by its hash; empty when there is none. */
    Mono<Held> bound(String hash);

    /** Neither these rosters nor the consents to them change before the caller's transaction ends; what is none is left out. */
    Flux<Held> hold(Collection<Key> keys);

    /** In the caller's transaction. Fails with {@code roster/changed-meanwhile} when somebody saved first. */
    Mono<Roster> save(Roster roster, Actor by);

    /** Bids of a lot that stand now and name groups. */
    Flux<Naming> naming(UUID lot);
}
