package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.usecase.Stages;
import org.goufu.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stages of openings in PostgreSQL. */
@Component
class SqlStages implements Stages {
    // What was not mended while an earlier stage was opened has failed for good.
    private static final String BEGIN = """
            with begun as (
                insert into bidding.opening_stage (id, lot, stage, released_at)
                values (:id, :lot, :stage, platform.now())
                returning lot)
            update bidding.opened_bid b
               set pending = outcome is null or outcome = 'OPENED', settled = coalesce(outcome <> 'OPENED', false), asked = null
              from begun
             where b.lot = begun.lot
            """;

    private static final String LAST = """
            select id, stage, released_at, gathered_at, without, opened_at
              from bidding.opening_stage
             where lot = :lot
             order by released_at desc, id desc
             limit 1
            """;

    private static final String GATHERED = """
            update bidding.opening_stage set gathered_at = platform.now(), without = :without where id = :stage
            """;

    private static final String OPENED = """
            update bidding.opening_stage
               set opened_at = platform.now(), record = :record, digest = sha256(:record)
             where id = :stage
            """;

    private static final String AT_WORK = """
            select s.lot
              from bidding.opening_stage s
              join bidding.opening o on o.lot = s.lot and o.state <> 'ENDED'
             where s.gathered_at is not null and s.opened_at is null
             order by s.gathered_at
            """;

    private final DatabaseClient database;

    SqlStages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> begin(UUID lot, Stage stage) {
        return database.sql(BEGIN)
                .bind("id", Ids.next())
                .bind("lot", lot)
                .bind("stage", stage.name())
                .then();
    }

    @Override
    public Mono<BegunStage> last(UUID lot) {
        return database.sql(LAST)
                .bind("lot", lot)
                .map(SqlStages::begun)
                .one()
                .switchIfEmpty(Mono.error(OpeningProblem.NO_SHARES_ASKED::raise));
    }

    private static BegunStage begun(Readable row) {
        return new BegunStage(
                required(row, "id", UUID.class),
                Stage.valueOf(required(row, "stage", String.class)),
                required(row, "released_at", Instant.class),
                row.get("gathered_at", Instant.class),
                row.get("without", String.class),
                row.get("opened_at", Instant.class));
    }

    @Override
    public Mono<Void> gathered(UUID stage, @Nullable String without) {
        return database.sql(GATHERED)
                .bind("stage", stage)
                .bind("without", orNull(without, String.class))
                .then();
    }

    @Override
    public Mono<Void> opened(UUID stage, byte[] record) {
        return database.sql(OPENED)
                .bind("stage", stage)
                .bind("record", ByteBuffer.wrap(record))
                .then();
    }

    @Override
    public Flux<UUID> atWork() {
        return database.sql(AT_WORK).mapValue(UUID.class).all();
    }
}
