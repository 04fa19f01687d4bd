package org.goufu.purchase.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.purchase.domain.Differences;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.domain.PurchaseState;
import org.goufu.purchase.usecase.Purchases.Submission;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what changed since a purchase was submitted the last time. */
@Component
public class ComparePurchase {
    private final Purchases purchases;
    private final Regions regions;

    ComparePurchase(Purchases purchases, Regions regions) {
        this.purchases = purchases;
        this.regions = regions;
    }

    /** One changed field; the label is a key with arguments, the values are ready to show. */
    public record Change(
            String pointer,
            String label,
            List<Object> arguments,
            @Nullable String before,
            @Nullable String after) {
        static Change of(Differences.Change change) {
            return new Change(change.pointer(), change.label(), change.arguments(), change.before(), change.after());
        }
    }

    /** Since when, null for the first submission, and what. */
    public record Comparison(@Nullable Instant since, List<Change> changes) {}

    public Mono<Comparison> by(Actor actor, UUID id) {
        return purchases
                .get(id)
                .map(purchase -> purchase.ownedBy(actor.department()))
                .flatMap(purchase ->
                        purchases.submissions(id).collectList().map(submissions -> compare(purchase, submissions)));
    }

    private Comparison compare(Purchase purchase, List<Submission> latestFirst) {
        // A draft is compared with what was submitted last; what is in review is itself the last submission.
        var last = purchase.state() == PurchaseState.DRAFT ? 0 : 1;
        var before = last < latestFirst.size() ? latestFirst.get(last) : null;
        var changes = Differences.between(
                        before == null ? null : before.content(),
                        purchase.content(),
                        code -> regions.coded(code).name())
                .stream()
                .map(Change::of)
                .toList();
        return new Comparison(before == null ? null : before.at(), changes);
    }
}
