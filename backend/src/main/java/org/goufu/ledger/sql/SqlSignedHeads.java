package org.goufu.ledger.sql;

import io.r2dbc.spi.Readable;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.SignedHeads;
import org.goufu.ledger.domain.Checkpoint;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds heads among those that were given out; to ask for an act's receipt has one signed that covers it. */
@Component
class SqlSignedHeads implements SignedHeads {
    private static final String FIRST_AFTER = """
            select checkpoint.size, checkpoint.note
              from ledger.act
              join ledger.checkpoint on checkpoint.size > act.index
             where act.kind = :kind and act.subject = :subject
             order by checkpoint.size
             limit 1
            """;

    private static final String AT = """
            select size, note from ledger.checkpoint where size = :size
            """;

    private final DatabaseClient database;
    private final Ledger ledger;

    SqlSignedHeads(DatabaseClient database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public Mono<SignedHead> after(Act.Kind kind, UUID subject) {
        return ledger.receipt(kind, subject)
                .then(database.sql(FIRST_AFTER)
                        .bind("kind", kind.name())
                        .bind("subject", subject)
                        .map(SqlSignedHeads::head)
                        .one());
    }

    @Override
    public Mono<SignedHead> at(long size) {
        return database.sql(AT).bind("size", size).map(SqlSignedHeads::head).one();
    }

    private static SignedHead head(Readable row) {
        var note = Objects.requireNonNull(row.get("note", String.class));
        var checkpoint = Checkpoint.read(note.substring(0, note.lastIndexOf("\n\n") + 1));
        return new SignedHead(
                checkpoint.size(), HexFormat.of().formatHex(checkpoint.root().bytes()), note);
    }
}
