package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.util.UUID;
import org.goufu.bidding.usecase.Words;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is said during openings, in PostgreSQL. */
@Component
class SqlWords implements Words {
    private static final String SAY = """
            insert into bidding.opening_word (id, lot, kind, body, account, name, words)
            select :id, :lot, :kind, cast(:body as uuid), :account, :name, :words
             where not exists (select from bidding.opening_word w
                                where w.lot = :lot and w.kind = :kind
                                  and (w.body = :body
                                       or w.kind = 'WRONG_SHARES' and w.account = :account
                                          and w.at >= (select max(s.released_at) from bidding.opening_stage s where s.lot = :lot)))
            """;

    private static final String SAID = """
            select w.kind, w.body, coalesce(b.name, w.name) as name, w.words, w.at
              from bidding.opening_word w
              left join bidding.opened_bid b on b.lot = w.lot and b.body = w.body
             where w.lot = :lot
             order by w.at, w.id
            """;

    private final DatabaseClient database;

    SqlWords(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> say(UUID lot, Word.Kind kind, @Nullable UUID body, Actor by, String words) {
        return database.sql(SAY)
                .bind("id", Ids.next())
                .bind("lot", lot)
                .bind("kind", kind.name())
                .bind("body", orNull(body, UUID.class))
                .bind("account", by.accountId())
                .bind("name", by.displayName())
                .bind("words", words)
                .then();
    }

    @Override
    public Flux<Word> said(UUID lot) {
        return database.sql(SAID)
                .bind("lot", lot)
                .map(row -> new Word(
                        Word.Kind.valueOf(required(row, "kind", String.class)),
                        row.get("body", UUID.class),
                        required(row, "name", String.class),
                        required(row, "words", String.class),
                        required(row, "at", Instant.class)))
                .all();
    }
}
