package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.HexFormat;
import java.util.UUID;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.evaluation.usecase.Sheets;
import org.goufu.kernel.Ids;
import org.goufu.platform.documents.CanonicalJson;
import org.goufu.platform.http.HttpProblem;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sheets in PostgreSQL. */
@Component
class SqlSheets implements Sheets {
    private static final String OF = """
            select cast(document as text) as document, version
              from evaluation.sheet
             where lot = :lot and account_id = :account
            """;
    private static final String ALL = """
            select cast(s.document as text) as document, s.version
              from evaluation.sheet s
              join evaluation.evaluation e on e.lot = s.lot and e.members @> array[s.account_id]
             where s.lot = :lot
             order by s.account_id
            """;
    private static final String INSERT = """
            insert into evaluation.sheet (lot, account_id, document)
            values (:lot, :account, cast(:document as jsonb))
            on conflict (lot, account_id) do nothing
            returning version
            """;
    private static final String UPDATE = """
            update evaluation.sheet
               set document = cast(:document as jsonb), version = version + 1, changed_at = platform.now()
             where lot = :lot and account_id = :account and version = :version
            returning version
            """;
    private static final String SIGN = """
            insert into evaluation.signed_sheet (id, lot, account_id, seat, revision, content, digest)
            values (:id, :lot, :account, :seat, :revision, :content, decode(:digest, 'hex'))
            """;
    private static final String SIGNED = """
            select id from evaluation.signed_sheet where lot = :lot order by id
            """;

    private final DatabaseClient database;

    SqlSheets(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Sheet> of(UUID lot, UUID account, int seat) {
        return database.sql(OF)
                .bind("lot", lot)
                .bind("account", account)
                .map(SqlSheets::sheet)
                .one()
                .map(sheet -> sheet.in(seat))
                .defaultIfEmpty(Sheet.empty(lot, account, seat));
    }

    @Override
    public Flux<Sheet> all(UUID lot) {
        return database.sql(ALL).bind("lot", lot).map(SqlSheets::sheet).all();
    }

    private static Sheet sheet(Readable row) {
        return CanonicalJson.read(required(row, "document", String.class), Sheet.class)
                .at(required(row, "version", Long.class));
    }

    @Override
    public Mono<Sheet> save(Sheet sheet) {
        var statement = sheet.version() == 0
                ? database.sql(INSERT)
                : database.sql(UPDATE).bind("version", sheet.version());
        return statement
                .bind("lot", sheet.lot())
                .bind("account", sheet.account())
                .bind("document", CanonicalJson.text(sheet))
                .mapValue(Long.class)
                .one()
                .map(sheet::at)
                .switchIfEmpty(Mono.error(HttpProblem.VERSION_STALE::raise));
    }

    @Override
    public Mono<SignedSheet> sign(Sheet sheet) {
        var id = Ids.next();
        var content = CanonicalJson.text(WrittenSheet.of(sheet));
        var digest = HexFormat.of().formatHex(CanonicalJson.digest(content));
        return database.sql(SIGN)
                .bind("id", id)
                .bind("lot", sheet.lot())
                .bind("account", sheet.account())
                .bind("seat", sheet.seat())
                .bind("revision", sheet.revision())
                .bind("content", content)
                .bind("digest", digest)
                .then()
                .thenReturn(new SignedSheet(id, sheet.lot(), sheet.seat(), sheet.revision(), digest));
    }

    @Override
    public Flux<UUID> signed(UUID lot) {
        return database.sql(SIGNED).bind("lot", lot).mapValue(UUID.class).all();
    }
}
