package org.goufu.platform.files;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files as rows of pieces. */
@Component
class SqlFileStore implements FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqlFileStore.class);

    private static final String BEGIN = """
            insert into platform.file (id, name, uploaded_by, uploaded_by_name)
            values (:id, :name, :by, :byName)
            """;

    private static final String ADD = """
            insert into platform.file_piece (file_id, number, content) values (:id, :number, :content)
            """;

    private static final String SAME = """
            select id, name, kind, size, encode(digest, 'hex') as digest, uploaded_by, uploaded_by_name, uploaded_at
              from platform.file
             where not kept and uploaded_by = :by and name = :name and digest = decode(:digest, 'hex')
             order by id
             limit 1
               for update
            """;

    private static final String FINISH = """
            update platform.file
               set kind = :kind, size = :size, digest = decode(:digest, 'hex')
             where id = :id
            returning id, name, kind, size, encode(digest, 'hex') as digest, uploaded_by, uploaded_by_name, uploaded_at
            """;

    private static final String REMOVE = """
            delete from platform.file where id = :id and not kept
            """;

    private static final String KEEP = """
            update platform.file
               set kept = true
             where id = :id and uploaded_by = :by and size is not null
            returning id, name, kind, size, encode(digest, 'hex') as digest, uploaded_by, uploaded_by_name, uploaded_at
            """;

    private static final String FIND_ALL = """
            select id, name, kind, size, encode(digest, 'hex') as digest, uploaded_by, uploaded_by_name, uploaded_at
              from platform.file
             where id = any(:ids) and size is not null
            """;

    private static final String PIECE = """
            select content from platform.file_piece where file_id = :id and number = :number
            """;

    private static final String SWEEP = """
            delete from platform.file where not kept and created_at < clock_timestamp() - interval '1 day'
            """;

    private final DatabaseClient database;
    private final Transactions transactions;
    private final FileProperties properties;

    SqlFileStore(DatabaseClient database, Transactions transactions, FileProperties properties) {
        this.database = database;
        this.transactions = transactions;
        this.properties = properties;
    }

    @Override
    public Mono<StoredFile> save(Actor uploader, Upload upload) {
        return Mono.defer(() -> {
            var id = Ids.next();
            var largest = Objects.requireNonNullElse(upload.largest(), properties.largest());
            var intake = new Intake(upload.name(), upload.kinds(), largest.toBytes());
            return transactions
                    .write(begin(id, uploader, upload.name()))
                    .thenMany(pieces(intake, upload.content()))
                    // A piece that is being written is waited for, also when the rest fails: nothing may arrive after
                    // the removal.
                    .concatMapDelayError(piece -> transactions.write(add(id, piece)), false, 1)
                    .then(Mono.defer(() -> transactions.write(finish(id, uploader, upload.name(), intake))))
                    .onErrorResume(failure -> remove(id).then(Mono.error(failure)));
        });
    }

    private static Flux<Intake.Piece> pieces(Intake intake, Flux<DataBuffer> content) {
        return content.concatMapIterable(intake::take, 1)
                .concatWith(Flux.defer(() -> Flux.fromIterable(intake.rest())))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    private Mono<Void> begin(UUID id, Actor uploader, String name) {
        return database.sql(BEGIN)
                .bind("id", id)
                .bind("name", name)
                .bind("by", uploader.accountId())
                .bind("byName", uploader.displayName())
                .then();
    }

    private Mono<Void> add(UUID id, Intake.Piece piece) {
        return database.sql(ADD)
                .bind("id", id)
                .bind("number", piece.number())
                .bind("content", ByteBuffer.wrap(piece.content()))
                .then();
    }

    private Mono<StoredFile> finish(UUID id, Actor uploader, String name, Intake intake) {
        var digest = intake.digest();
        return database.sql(SAME)
                .bind("by", uploader.accountId())
                .bind("name", name)
                .bind("digest", digest)
                .map(SqlFileStore::file)
                .one()
                .delayUntil(same -> database.sql(REMOVE).bind("id", id).then())
                .switchIfEmpty(database.sql(FINISH)
                        .bind("id", id)
                        .bind("kind", intake.kind().name())
                        .bind("size", intake.size())
                        .bind("digest", digest)
                        .map(SqlFileStore::file)
                        .one());
    }

    /** What cannot be removed now, the sweep removes. */
    private Mono<Void> remove(UUID id) {
        return transactions.write(database.sql(REMOVE).bind("id", id).then()).onErrorComplete();
    }

    @Override
    public Mono<StoredFile> keep(Actor uploader, UUID id) {
        return database.sql(KEEP)
                .bind("id", id)
                .bind("by", uploader.accountId())
                .map(SqlFileStore::file)
                .one()
                .switchIfEmpty(Mono.error(FileProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<StoredFile> find(UUID id) {
        return findAll(List.of(id)).next();
    }

    @Override
    public Flux<StoredFile> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(FIND_ALL)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(SqlFileStore::file)
                .all();
    }

    @Override
    public Flux<DataBuffer> content(StoredFile file) {
        int pieces = Math.toIntExact(Math.ceilDiv(file.size(), (long) Intake.PIECE));
        return Flux.range(0, pieces).concatMap(number -> piece(file.id(), number), 1);
    }

    private Mono<DataBuffer> piece(UUID id, int number) {
        return database.sql(PIECE)
                .bind("id", id)
                .bind("number", number)
                .map(row -> Objects.requireNonNull(row.get("content", ByteBuffer.class)))
                .one()
                .switchIfEmpty(Mono.error(FileProblem.NOT_FOUND::raise))
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    /** Uploads that nobody took over, and those that broke off. */
    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT1H")
    Mono<Void> sweep() {
        return transactions
                .write(database.sql(SWEEP).fetch().rowsUpdated())
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("files could not be swept: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private static StoredFile file(Readable row) {
        return new StoredFile(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                FileKind.valueOf(required(row, "kind", String.class)),
                required(row, "size", Long.class),
                required(row, "digest", String.class),
                required(row, "uploaded_by", UUID.class),
                required(row, "uploaded_by_name", String.class),
                required(row, "uploaded_at", Instant.class));
    }
}
