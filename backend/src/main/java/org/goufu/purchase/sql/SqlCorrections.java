package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.CorrectedCall;
import org.goufu.purchase.domain.Correction;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.usecase.Corrections;
import org.goufu.purchase.usecase.NewNotice;
import org.goufu.purchase.usecase.Purchases.Act;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps corrections in the purchase schema. */
@Component
class SqlCorrections implements Corrections {
    /** By itself, so that the next statement sees what those whom it waited for have written. */
    private static final String LOCK = """
            select id from purchase.purchase where id = :purchase for update
            """;

    private static final String CALL = """
            select p.id, p.department_id, n.id as notice_id, p.content::text as content, n.corrections,
                   t.content as text, encode(t.digest, 'hex') as digest,
                   p.state = 'PUBLISHED' and n.deadline > platform.now()
                       and not exists (select from purchase.notice_outcome o where o.notice_id = n.id) as open
              from purchase.purchase p
              join purchase.notice n on n.id = p.notice_id
              join purchase.last_text t on t.notice_id = n.id
             where p.id = :purchase
            """;

    private static final String PREPARED = """
            select purchase_id, content::text as content, reason, official::text as official, by_id, by_name
              from purchase.correction
             where purchase_id = :purchase
            """;

    private static final String PREPARE = """
            insert into purchase.correction as c (purchase_id, content, reason, official, by_id, by_name)
            values (:purchase, :content::jsonb, :reason, :official::jsonb, :by, :byName)
                on conflict (purchase_id) do update
                   set content = excluded.content, reason = excluded.reason, official = excluded.official,
                       by_id = excluded.by_id, by_name = excluded.by_name, at = platform.now(), version = c.version + 1
            """;

    private static final String DROP = """
            delete from purchase.correction where purchase_id = :purchase
            """;

    private static final String PUBLISH = """
            with corrected as (
                update purchase.purchase
                   set content = :said::jsonb, bid_deadline = :deadline, updated_at = :at, updated_by_name = :byName,
                       version = version + 1
                 where id = :purchase),
            noticed as (
                insert into purchase.notice (id, number, purchase_id, type, format_code, title, department_id,
                                             department_name, region_code, service_region_codes, category_codes, method,
                                             amount_fen, published_at, content, digest, corrects)
                select :notice, :number, n.purchase_id, :type, :format, :title, n.department_id, n.department_name,
                       n.region_code, n.service_region_codes, n.category_codes, n.method, n.amount_fen, :at, :content,
                       :digest, n.id
                  from purchase.notice n
                 where n.id = :call),
            put_off as (
                update purchase.notice set deadline = :deadline, corrections = corrections + 1 where id = :call),
            lots as (
                update purchase.lot set deadline = :deadline where notice_id = :call),
            dropped as (
                delete from purchase.correction where purchase_id = :purchase)
            insert into purchase.act (purchase_id, at, by_id, by_name, act, reason)
            values (:purchase, :at, :by, :byName, :act, :reason)
            """;

    private final DatabaseClient database;

    SqlCorrections(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<CorrectedCall> call(UUID purchase) {
        return database.sql(CALL)
                .bind("purchase", purchase)
                .map(SqlCorrections::called)
                .one()
                .switchIfEmpty(Mono.error(PurchaseProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<CorrectedCall> hold(UUID purchase) {
        return database.sql(LOCK)
                .bind("purchase", purchase)
                .mapValue(UUID.class)
                .one()
                .then(Mono.defer(() -> call(purchase)));
    }

    @Override
    public Mono<Correction> prepared(UUID purchase) {
        return database.sql(PREPARED)
                .bind("purchase", purchase)
                .map(row -> new Correction(
                        Columns.id(row, "purchase_id"),
                        StoredJson.read(Columns.text(row, "content"), Content.class),
                        Columns.text(row, "reason"),
                        StoredJson.official(row),
                        Columns.id(row, "by_id"),
                        Columns.text(row, "by_name")))
                .one();
    }

    @Override
    public Mono<Void> prepare(Correction correction) {
        return database.sql(PREPARE)
                .bind("purchase", correction.purchase())
                .bind("content", StoredJson.write(correction.content()))
                .bind("reason", correction.reason())
                .bind("official", StoredJson.official(correction.official()))
                .bind("by", correction.byId())
                .bind("byName", correction.byName())
                .then();
    }

    @Override
    public Mono<Void> drop(UUID purchase) {
        return database.sql(DROP).bind("purchase", purchase).then();
    }

    @Override
    public Mono<Void> publish(CorrectedCall call, Correction correction, NewNotice notice, Act act) {
        return NoticeColumns.bind(database.sql(PUBLISH), notice)
                .bind("purchase", call.purchase())
                .bind("call", call.notice())
                .bind("said", StoredJson.write(correction.content()))
                .bind("deadline", Objects.requireNonNull(notice.content().deadline()))
                .bind("by", act.by().accountId())
                .bind("byName", act.by().displayName())
                .bind("act", act.kind().name())
                .bind("reason", Objects.requireNonNull(act.reason()))
                .then();
    }

    private static CorrectedCall called(Readable row) {
        return new CorrectedCall(
                Columns.id(row, "id"),
                Columns.id(row, "department_id"),
                Columns.id(row, "notice_id"),
                StoredJson.read(Columns.text(row, "content"), Content.class),
                CanonicalNotice.read(Columns.text(row, "text")),
                Columns.text(row, "digest"),
                (int) Columns.number(row, "corrections"),
                Boolean.TRUE.equals(row.get("open", Boolean.class)));
    }
}
