package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.OpenedBid.Outcome;
import org.goufu.bidding.PartsInBids;
import org.goufu.bidding.domain.Allocation;
import org.goufu.bidding.domain.Roster;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.SealException;
import org.goufu.bidding.usecase.Rosters;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Parts of opened bids in PostgreSQL: by the roster that the bid names, and the amounts that its shares come to (decision 29). */
@Component
class SqlPartsInBids implements PartsInBids {
    private static final String OPENED = """
            select b.lot, b.body, b.name, b.outcome, cast(b.price as jsonb) ->> 'totalFen' as fen, e.manifest
              from bidding.opened_bid b
              join bidding.envelope e on e.id = b.envelope
             where b.lot = any(:lots) and b.acting_for <> '{}' and b.agreement is null and b.outcome is not null
               and exists (select from bidding.opening_stage s where s.lot = b.lot and s.opened_at is not null)
            """;

    private final DatabaseClient database;
    private final Rosters rosters;

    SqlPartsInBids(DatabaseClient database, Rosters rosters) {
        this.database = database;
        this.rosters = rosters;
    }

    private record Opened(
            UUID lot,
            Named federation,
            Outcome outcome,
            @Nullable Long fen,
            byte[] manifest) {}

    @Override
    public Flux<PartInBid> of(Collection<UUID> lots) {
        return database.sql(OPENED)
                .bind("lots", lots.toArray(UUID[]::new))
                .map(SqlPartsInBids::opened)
                .all()
                .concatMap(this::parts);
    }

    private static Opened opened(Readable row) {
        var fen = row.get("fen", String.class);
        return new Opened(
                required(row, "lot", UUID.class),
                new Named(required(row, "body", UUID.class), required(row, "name", String.class)),
                Outcome.valueOf(required(row, "outcome", String.class)),
                fen == null ? null : Long.valueOf(fen),
                required(row, "manifest", byte[].class));
    }

    /** None of a bid whose manifest nobody can read any more. */
    private Flux<PartInBid> parts(Opened bid) {
        return Mono.fromSupplier(() -> Manifest.read(bid.manifest()).core().rosterHash())
                .onErrorComplete(SealException.class)
                .flatMap(rosters::bound)
                .flatMapIterable(held -> parts(bid, held.roster()));
    }

    private static List<PartInBid> parts(Opened bid, Roster roster) {
        var amounts = amounts(bid.fen(), roster);
        var parts = new ArrayList<PartInBid>();
        for (var part : roster.parts()) {
            parts.add(new PartInBid(
                    bid.lot(),
                    part.group(),
                    bid.federation(),
                    bid.outcome(),
                    roster.digest(part),
                    part.task(),
                    part.share(),
                    amounts.isEmpty() ? null : amounts.get(parts.size())));
        }
        return parts;
    }

    /** Of the groups, in order: the federation's own share and its fee come first where the price is divided. */
    private static List<Long> amounts(@Nullable Long fen, Roster roster) {
        if (fen == null) return List.of();
        var shares = new ArrayList<>(List.of(roster.ownShare(), roster.fee()));
        roster.parts().forEach(part -> shares.add(part.share()));
        return Allocation.of(fen, shares).subList(2, shares.size());
    }
}
