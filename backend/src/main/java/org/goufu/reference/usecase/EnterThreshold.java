package org.goufu.reference.usecase;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.reference.Regions;
import org.goufu.reference.domain.ThresholdEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An operator enters an amount with the number of the document in which it stands, and thereby marks it verified. */
@Component
public class EnterThreshold {
    private final Regions regions;
    private final ReferenceEntries entries;
    private final Transactions transactions;

    EnterThreshold(Regions regions, ReferenceEntries entries, Transactions transactions) {
        this.regions = regions;
        this.entries = entries;
        this.transactions = transactions;
    }

    /** An amount as it is typed. */
    public record Form(
            @Nullable String regionCode,

            @Schema(allowableValues = {"PROVINCE", "CITY", "COUNTY"}) @Nullable
            String level,

            @Schema(allowableValues = {"PURCHASE_LIMIT", "OPEN_TENDER"}) @Nullable
            String kind,

            @Nullable Long amountFen,
            @Nullable LocalDate from,
            @Nullable String document) {}

    /** Fails with {@code reference/threshold-invalid}. */
    public Mono<Void> by(Actor actor, Form form) {
        return Mono.fromCallable(() -> ThresholdEntry.checked(
                        form.regionCode(),
                        form.level(),
                        form.kind(),
                        form.amountFen(),
                        form.from(),
                        form.document(),
                        regions))
                .flatMap(entry -> transactions.write(
                        entries.amounts().doOnNext(entry::fits).then(entries.add(entry, actor))));
    }
}
