package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.usecase.Words.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads openings; before one was begun nothing of what is in the box, after it as much as its stage allows. */
@Component
public class OpeningQueries {
    private static final String OPENING = """
            select b.lot, b.purchase, b.notice, b.title, b.deadline, platform.now() as now,
                   coalesce(o.state, case when x.lot is not null then 'ENDED' when b.sealed_at is null then 'GIVING' else 'SEALED' end)
                       as state,
                   o.bids, o.begun_name, o.begun_at, o.check_until,
                   s.stage, s.released_at, s.gathered_at, s.without, s.remedy_until, s.opened_at,
                   encode(s.digest, 'hex') as digest,
                   (select count(*) from bidding.opened_bid d where d.lot = b.lot and not d.pending) as done,
                   exists (select from bidding.opening_stage x where x.lot = b.lot and x.opened_at is not null) as opened,
                   exists (select from bidding.opening_stage x
                            where x.lot = b.lot and x.opened_at is not null and x.stage = 'ALL') as priced
              from bidding.box b
              left join bidding.opening o on o.lot = b.lot
              left join bidding.lot_over x on x.lot = b.lot
              left join lateral (select * from bidding.opening_stage s
                                  where s.lot = b.lot order by s.released_at desc, s.id desc limit 1) as s on true
             where b.lot = :lot
            """;

    private static final String HOLDERS = """
            select lower(k.holder_group) as holder_group, k.owner, k.owner_id, named.kid,
                   exists (select from bidding.opening_holder h
                             join bidding.opening_stage s on s.id = h.stage
                            where s.lot = :lot and h.kid = named.kid
                              and s.id = (select x.id from bidding.opening_stage x
                                           where x.lot = :lot order by x.released_at desc, x.id desc limit 1)) as took_part,
                   not exists (select from bidding.keyset_now s
                                 join bidding.keyset_member m on m.lot_id = s.lot_id and m.version = s.version
                                where s.lot_id = :lot and m.kid = named.kid) as former
              from (select m.kid
                      from bidding.opened_bid b
                      join bidding.keyset s on s.lot_id = b.lot and s.digest = b.keyset
                      join bidding.keyset_member m on m.lot_id = s.lot_id and m.version = s.version
                     where b.lot = :lot
                     union
                    select m.kid
                      from bidding.keyset_now s
                      join bidding.keyset_member m on m.lot_id = s.lot_id and m.version = s.version
                     where s.lot_id = :lot and not exists (select from bidding.opened_bid b where b.lot = :lot)) as named
              join bidding.holder_key k on k.kid = named.kid
             order by k.holder_group, k.id
            """;

    /** Of what bidders say about the seal nobody learns before anything is opened who they are, for that is who bid. */
    private static final String SAID = """
            select w.kind, case when told then coalesce(b.name, w.name) else '' end as name,
                   case when told then w.words else '' end as words, w.at
              from bidding.opening_word w
              left join bidding.opened_bid b on b.lot = w.lot and b.body = w.body,
                   lateral (select w.body is null
                                or exists (select from bidding.opening_stage s
                                            where s.lot = w.lot and s.opened_at is not null) as told) as now
             where w.lot = :lot
             order by w.at, w.id
            """;

    private static final String RECORD = """
            select record from bidding.opening_stage where lot = :lot and stage = :stage and record is not null
            """;

    private final DatabaseClient database;

    OpeningQueries(DatabaseClient database) {
        this.database = database;
    }

    /** How far an opening has come; the first two before it was begun. */
    public enum Progress {
        /** Bids can still be given, or the box is being sealed. */
        GIVING,
        SEALED,
        SEAL_CHECK,
        OPENING,
        TECHNICAL_OPENED,
        PRICES_ALLOWED,
        OPENING_PRICES,
        OPENED,
        FAILED_TOO_FEW,
        /** The lot was terminated before all was open, or before anything was. */
        ENDED
    }

    /** @param bids null before it was begun, so that nobody is told how many there are */
    public record OpeningRow(
            UUID lot,
            UUID purchase,
            UUID notice,
            String title,
            Instant deadline,
            Instant now,
            Progress state,
            @Nullable Integer bids,
            @Nullable String begunBy,
            @Nullable Instant begunAt,
            @Nullable Instant checkUntil,
            @Nullable Stage stage,
            @Nullable Instant releasedAt,
            @Nullable Instant gatheredAt,
            @Nullable String without,
            @Nullable Instant remedyUntil,
            @Nullable Instant openedAt,
            @Nullable String digest,
            long done,
            boolean opened,
            boolean priced) {
        public boolean isBegun() {
            return begunAt != null;
        }
    }

    /**
     * @param account whose key it is
     * @param former whether only bids are sealed to it that were given before the holders were replaced
     */
    public record HolderRow(String group, String name, UUID account, String kid, boolean tookPart, boolean former) {}

    /**
     * What was said during the opening.
     *
     * @param name empty, as are the words, of a bidder before anything is opened
     */
    public record WordRow(Word.Kind kind, String name, String words, Instant at) {}

    /** Empty when no bids are given for the lot here. */
    public Mono<OpeningRow> opening(UUID lot) {
        return database.sql(OPENING)
                .bind("lot", lot)
                .map(OpeningQueries::openingRow)
                .one();
    }

    private static OpeningRow openingRow(Readable row) {
        var stage = row.get("stage", String.class);
        return new OpeningRow(
                required(row, "lot", UUID.class),
                required(row, "purchase", UUID.class),
                required(row, "notice", UUID.class),
                required(row, "title", String.class),
                required(row, "deadline", Instant.class),
                required(row, "now", Instant.class),
                Progress.valueOf(required(row, "state", String.class)),
                row.get("bids", Integer.class),
                row.get("begun_name", String.class),
                row.get("begun_at", Instant.class),
                row.get("check_until", Instant.class),
                stage == null ? null : Stage.valueOf(stage),
                row.get("released_at", Instant.class),
                row.get("gathered_at", Instant.class),
                row.get("without", String.class),
                row.get("remedy_until", Instant.class),
                row.get("opened_at", Instant.class),
                row.get("digest", String.class),
                required(row, "done", Long.class),
                required(row, "opened", Boolean.class),
                required(row, "priced", Boolean.class));
    }

    /** Those who hold the keys that the bids are sealed to, and who of them took part in the stage that was begun last. */
    public Flux<HolderRow> holders(UUID lot) {
        return database.sql(HOLDERS)
                .bind("lot", lot)
                .map(row -> new HolderRow(
                        required(row, "holder_group", String.class).toUpperCase(Locale.ROOT),
                        required(row, "owner", String.class),
                        required(row, "owner_id", UUID.class),
                        required(row, "kid", String.class),
                        required(row, "took_part", Boolean.class),
                        required(row, "former", Boolean.class)))
                .all();
    }

    public Flux<WordRow> said(UUID lot) {
        return database.sql(SAID)
                .bind("lot", lot)
                .map(row -> new WordRow(
                        Word.Kind.valueOf(required(row, "kind", String.class)),
                        required(row, "name", String.class),
                        required(row, "words", String.class),
                        required(row, "at", Instant.class)))
                .all();
    }

    /** The record of a stage, as the exact bytes of its digest; empty until it is made. */
    public Mono<byte[]> record(UUID lot, Stage stage) {
        return database.sql(RECORD)
                .bind("lot", lot)
                .bind("stage", stage.name())
                .mapValue(byte[].class)
                .one();
    }
}
