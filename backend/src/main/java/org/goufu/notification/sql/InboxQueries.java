package org.goufu.notification.sql;

import static org.goufu.platform.database.Columns.required;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.goufu.notification.domain.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Reads a page of an inbox with its counts in one statement. */
@Component
public class InboxQueries {
    private static final String PAGE = """
            with counted as (
                select (select count(*) from (
                           select 1 from notification.inbox
                            where recipient_id = any(:recipients) and (:kind = '' or kind = :kind)
                              and (not :unread or read_at is null) limit 10001) as rows) as total,
                       (select count(*) from notification.inbox
                         where recipient_id = any(:recipients) and read_at is null) as unread)
            select inbox.*, counted.total, counted.unread
              from counted left join lateral (
                   select * from notification.inbox
                    where recipient_id = any(:recipients) and (:kind = '' or kind = :kind)
                      and (not :unread or read_at is null) and id < :before
                    order by id desc
                    limit :rows) as inbox on true
             order by inbox.id desc
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    InboxQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A row with the counts; an empty page is one row without a message.
     *
     * @param unread of all kinds
     */
    public record Row(Optional<Message> message, long total, long unread) {}

    /** The newest first, ids below the given one; an empty kind means every kind. */
    public Flux<Row> page(Collection<UUID> recipientIds, String kind, boolean unread, long before, int rows) {
        return database.sql(PAGE)
                .bind("recipients", recipientIds.toArray(UUID[]::new))
                .bind("kind", kind)
                .bind("unread", unread)
                .bind("before", before)
                .bind("rows", rows)
                .map(row -> new Row(
                        row.get("id", Long.class) == null
                                ? Optional.empty()
                                : Optional.of(MessageRows.message(row, json)),
                        required(row, "total", Long.class),
                        required(row, "unread", Long.class)))
                .all();
    }
}
