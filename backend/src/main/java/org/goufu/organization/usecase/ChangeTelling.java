package org.goufu.organization.usecase;

import java.util.List;
import java.util.stream.IntStream;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.OrganizationProblem;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A body chooses where it wants to be told of lots; nobody else may (product.md 9). */
@Component
public class ChangeTelling {
    private static final int MOST = 100;

    private final TellPlaces tellPlaces;
    private final Regions regions;
    private final Transactions transactions;
    private final Outbox outbox;

    ChangeTelling(TellPlaces tellPlaces, Regions regions, Transactions transactions, Outbox outbox) {
        this.tellPlaces = tellPlaces;
        this.regions = regions;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** What stands now. */
    public Mono<TellPlaces.Chosen> of(Actor actor) {
        return Mono.fromCallable(actor::organization).flatMap(tellPlaces::get);
    }

    /** Fails with {@code organization/place-unknown} and names every place that does not exist. */
    public Mono<Void> by(Actor actor, List<String> places, long version) {
        return Mono.fromCallable(() -> known(places))
                .flatMap(known -> transactions.write(tellPlaces
                        .replace(actor.organization(), known, version)
                        .then(outbox.append(new BodyChanged(actor.organization())))));
    }

    private List<String> known(List<String> places) {
        if (places.size() > MOST) {
            throw OrganizationProblem.TOO_MANY_PLACES.raise(
                    List.of(FieldProblem.of("/places", "too-many-items", MOST)), MOST);
        }
        var unknown = IntStream.range(0, places.size())
                .filter(i -> regions.find(places.get(i)).isEmpty())
                .mapToObj(i -> FieldProblem.of("/places/" + i, "place-unknown", places.get(i)))
                .toList();
        if (!unknown.isEmpty()) {
            throw OrganizationProblem.PLACE_UNKNOWN.raise(unknown);
        }
        return places.stream().distinct().sorted().toList();
    }
}
