package org.goufu.matching.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.goufu.matching.MatchDirectory;
import org.goufu.matching.Phrase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads who is to be told straight from the matches. */
@Component
class SqlMatchDirectory implements MatchDirectory {
    private static final TypeReference<List<Phrase>> PHRASES = new TypeReference<>() {};

    private static final String TO_TELL = """
            select match.body_id, match.eligibility, match.bidder_id, match.bidder_name, match.reasons, lot.purchase_id,
                   lot.notice_title
              from matching.match match join matching.lot lot on lot.id = match.lot_id
             where match.lot_id = :lot and match.tells and match.closed_at is null
               and not lot.ended and (lot.deadline is null or lot.deadline > platform.now())
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlMatchDirectory(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Flux<ToTell> toTell(UUID lotId) {
        return database.sql(TO_TELL).bind("lot", lotId).map(this::toTell).all();
    }

    private ToTell toTell(Readable row) {
        var body = required(row, "body_id", UUID.class);
        var bidder = required(row, "bidder_id", UUID.class);
        return new ToTell(
                body,
                Eligibility.valueOf(required(row, "eligibility", String.class)),
                bidder.equals(body) ? null : new Named(bidder, required(row, "bidder_name", String.class)),
                required(row, "purchase_id", UUID.class),
                required(row, "notice_title", String.class),
                json.readValue(required(row, "reasons", String.class), PHRASES));
    }
}
