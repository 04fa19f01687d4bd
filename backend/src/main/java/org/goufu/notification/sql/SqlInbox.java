package org.goufu.notification.sql;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.goufu.notification.NotificationProblem;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Batch.Telling;
import org.goufu.notification.domain.Message;
import org.goufu.notification.domain.Reminder;
import org.goufu.notification.usecase.Inbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The inbox in PostgreSQL; a whole batch in one statement. */
@Component
class SqlInbox implements Inbox {
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtext('notification.inbox'))
            """;

    // Nothing to do for who was told already: of a match by its lot, of anything else by what makes it one piece of
    // news.
    private static final String DELIVER = """
            with told as (
                insert into notification.inbox (
                       recipient_id, kind, news, notice_id, purchase_id, lot_id, membership_id, body_id, place, title,
                       reasons, at, batch_id, batch_seq)
                select telling.recipient, :kind, :news, :notice, :purchase, :lot, :membership, :body, :place, :title,
                       cast(telling.reasons as jsonb), clock.now, :batch, telling.seq
                  from unnest(cast(:recipients as uuid[]), cast(:reasons as text[]))
                       with ordinality as telling (recipient, reasons, seq),
                       (select platform.now()) as clock (now)
                    on conflict do nothing
                returning at),
            batch as (
                insert into notification.batch (id, kind, lot_id, told_at, told)
                select :batch, :kind, :lot, min(at), count(*) from told having count(*) > 0
                returning told)
            select pg_notify('inbox', '') from batch
            """;

    private static final String TOLD_OF = """
            select i.recipient_id
              from notification.batch b
              join notification.inbox i on i.batch_id = b.id
             where b.lot_id = :lot and b.kind = 'match'
            """;

    private static final String REMIND = """
            insert into notification.reminder (lot_id, deadline, ahead) values (:lot, :deadline, :ahead) on conflict do nothing
            """;

    private static final String MARK = """
            update notification.inbox
               set read_at = case when :read then coalesce(read_at, platform.now()) end
             where id = :id and recipient_id = any(:recipients)
            """;

    private static final String MARK_ALL = """
            update notification.inbox set read_at = platform.now() where recipient_id = any(:recipients) and read_at is null
            """;

    private static final String AFTER = """
            select * from notification.inbox where recipient_id = any(:recipients) and id > :after order by id limit :most
            """;

    private static final String BETWEEN = """
            select *
              from notification.inbox
             where recipient_id = any(:recipients) and id > :after and id <= :upTo
             order by id
             limit :most
            """;

    private static final String NEWEST = """
            select coalesce(max(id), 0) from notification.inbox
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlInbox(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Void> deliver(Batch batch) {
        return database.sql(LOCK).fetch().rowsUpdated().then(write(batch));
    }

    private Mono<Void> write(Batch batch) {
        return database.sql(DELIVER)
                .bind("batch", batch.id())
                .bind("kind", batch.kind().word())
                .bind("news", MessageRows.orNull(batch.news()))
                .bind("notice", MessageRows.orNull(batch.noticeId()))
                .bind("purchase", MessageRows.orNull(batch.purchaseId()))
                .bind("lot", MessageRows.orNull(batch.lotId()))
                .bind("membership", MessageRows.orNull(batch.membershipId()))
                .bind("body", MessageRows.orNull(batch.bodyId()))
                .bind(
                        "place",
                        MessageRows.orNull(
                                batch.place() == null ? null : batch.place().word()))
                .bind("title", batch.title())
                .bind("recipients", column(batch, Telling::recipientId).toArray(UUID[]::new))
                .bind(
                        "reasons",
                        column(batch, one -> json.writeValueAsString(one.reasons()))
                                .toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static <T> List<T> column(Batch batch, Function<Telling, T> value) {
        return batch.tellings().stream().map(value).toList();
    }

    @Override
    public Flux<UUID> toldOf(UUID lotId) {
        return database.sql(TOLD_OF).bind("lot", lotId).mapValue(UUID.class).all();
    }

    @Override
    public Mono<Boolean> isFirstReminder(UUID lotId, Instant deadline, Reminder reminder) {
        return database.sql(REMIND)
                .bind("lot", lotId)
                .bind("deadline", deadline)
                .bind("ahead", reminder.name())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> mark(Collection<UUID> recipientIds, long id, boolean read) {
        return database.sql(MARK)
                .bind("read", read)
                .bind("id", id)
                .bind("recipients", recipientIds.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .switchIfEmpty(Mono.error(NotificationProblem.NOT_FOUND::raise))
                .then();
    }

    @Override
    public Mono<Void> markAllRead(Collection<UUID> recipientIds) {
        return database.sql(MARK_ALL)
                .bind("recipients", recipientIds.toArray(UUID[]::new))
                .then();
    }

    @Override
    public Flux<Message> after(Collection<UUID> recipientIds, long id, int most) {
        return database.sql(AFTER)
                .bind("recipients", recipientIds.toArray(UUID[]::new))
                .bind("after", id)
                .bind("most", most)
                .map(row -> MessageRows.message(row, json))
                .all();
    }

    @Override
    public Flux<Message> between(Collection<UUID> recipientIds, long after, long upTo, int most) {
        return database.sql(BETWEEN)
                .bind("recipients", recipientIds.toArray(UUID[]::new))
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("most", most)
                .map(row -> MessageRows.message(row, json))
                .all();
    }

    @Override
    public Mono<Long> newest() {
        return database.sql(NEWEST).mapValue(Long.class).one();
    }
}
