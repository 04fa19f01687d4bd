package org.goufu.platform.http;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.goufu.kernel.Ids;
import org.goufu.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers for seven days what creating requests answered. */
@Component
class IdempotencyKeys {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);

    /** Takes a free key, or one whose holder died before it committed anything. */
    private static final String CLAIM = """
            insert into platform.idempotency_key as held (owner, key, request_digest, claim, lease_until)
            values (:owner, :key, decode(:digest, 'hex'), :claim, now() + interval '30 seconds')
            on conflict (owner, key) do update
               set claim = excluded.claim, lease_until = excluded.lease_until
             where held.state = 'RUNNING' and held.lease_until < now() and held.request_digest = excluded.request_digest
            """;

    private static final String FIND = """
            select request_digest = decode(:digest, 'hex') as same_request, state, status, content_type, location, etag, body
              from platform.idempotency_key
             where owner = :owner and key = :key
            """;

    private static final String MARK = """
            update platform.idempotency_key set state = 'DONE' where claim = :claim and state in ('RUNNING', 'DONE')
            """;

    private static final String ANSWER = """
            update platform.idempotency_key
               set state = 'ANSWERED', status = :status, content_type = :contentType, location = :location, etag = :etag,
                   body = :body
             where claim = :claim
            """;

    private static final String RELEASE = """
            delete from platform.idempotency_key where claim = :claim and state = 'RUNNING'
            """;

    private static final String PURGE = """
            delete from platform.idempotency_key where created_at < now() - interval '7 days'
            """;

    private final DatabaseClient database;
    private final Transactions transactions;

    IdempotencyKeys(DatabaseClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** What a request answered. */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {}

    /** A request that wants to be carried out at most once. */
    record Ask(String owner, String key, String digest) {}

    /** What holds the key: this request itself, by a claim, or an earlier one. */
    sealed interface Holder {
        record Mine(UUID claim) implements Holder {}

        record Earlier(
                boolean sameRequest, String state, @Nullable Answer answer) implements Holder {}
    }

    Mono<Holder> claim(Ask ask) {
        var claim = Ids.next();
        var claimed = database.sql(CLAIM)
                .bind("owner", ask.owner())
                .bind("key", ask.key())
                .bind("digest", ask.digest())
                .bind("claim", claim)
                .fetch()
                .rowsUpdated();
        return transactions.write(claimed).flatMap(rows -> rows == 1 ? Mono.just(new Holder.Mine(claim)) : find(ask));
    }

    /** Empty when the key was released meanwhile: then the caller may simply ask again. */
    private Mono<Holder> find(Ask ask) {
        return database.sql(FIND)
                .bind("owner", ask.owner())
                .bind("key", ask.key())
                .bind("digest", ask.digest())
                .map(IdempotencyKeys::earlier)
                .one();
    }

    /** Joins the deed's transaction, so that key and deed are committed together or not at all; fails when the claim was lost. */
    Mono<Void> mark(UUID claim) {
        return database.sql(MARK)
                .bind("claim", claim)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(() -> HttpProblem.KEY_IN_PROGRESS.raise()));
    }

    Mono<Void> answer(UUID claim, Answer answer) {
        return transactions.write(database.sql(ANSWER)
                .bind("claim", claim)
                .bind("status", answer.status())
                .bind("contentType", Parameters.in(R2dbcType.VARCHAR, answer.contentType()))
                .bind("location", Parameters.in(R2dbcType.VARCHAR, answer.location()))
                .bind("etag", Parameters.in(R2dbcType.VARCHAR, answer.etag()))
                .bind("body", answer.body())
                .then());
    }

    /** Frees the key when nothing was committed under it. */
    Mono<Void> release(UUID claim) {
        return transactions.write(database.sql(RELEASE).bind("claim", claim).then());
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
    Mono<Void> purge() {
        return transactions
                .write(database.sql(PURGE).fetch().rowsUpdated())
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("old idempotency keys could not be removed: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private static Holder earlier(Readable row) {
        var status = row.get("status", Integer.class);
        var body = row.get("body", byte[].class);
        var answer = status == null
                ? null
                : new Answer(
                        status,
                        row.get("content_type", String.class),
                        row.get("location", String.class),
                        row.get("etag", String.class),
                        body == null ? new byte[0] : body);
        return new Holder.Earlier(
                Boolean.TRUE.equals(row.get("same_request", Boolean.class)),
                String.valueOf(row.get("state", String.class)),
                answer);
    }
}
