package org.goufu.purchase.sql;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goufu.purchase.domain.PortalProposal;
import org.goufu.purchase.domain.PortalProposal.Return;
import org.goufu.purchase.domain.PortalResult;
import org.goufu.purchase.usecase.PortalProposals;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps results of the portal in the purchase schema until they are published. */
@Component
class SqlPortalProposals implements PortalProposals {
    private static final String FIND = """
            select lot_id, content::text as content, authors, by_name, at, returned, returned_by, version
              from purchase.portal_result
             where lot_id = :lot
            """;

    private static final String SAVE = """
            insert into purchase.portal_result (lot_id, content, authors, by_name, at, returned, returned_by)
            values (:lot, :content::jsonb, :authors, :byName, :at, :returned, :returnedBy)
                on conflict (lot_id) do update
                   set content = excluded.content, authors = excluded.authors, by_name = excluded.by_name, at = excluded.at,
                       returned = excluded.returned, returned_by = excluded.returned_by, version = excluded.version
            returning lot_id, content::text as content, authors, by_name, at, returned, returned_by, version
            """;

    private static final String DROP = """
            delete from purchase.portal_result where lot_id = :lot
            """;

    private final DatabaseClient database;

    SqlPortalProposals(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<PortalProposal> find(UUID lot) {
        return database.sql(FIND)
                .bind("lot", lot)
                .map(SqlPortalProposals::proposal)
                .one();
    }

    @Override
    public Mono<PortalProposal> save(PortalProposal proposal) {
        var returned = proposal.returned();
        return database.sql(SAVE)
                .bind("lot", proposal.lot())
                .bind("content", StoredJson.write(proposal.result()))
                .bind("authors", proposal.authors().toArray(UUID[]::new))
                .bind("byName", proposal.byName())
                .bind("at", proposal.at())
                .bind("returned", text(returned == null ? null : returned.reason()))
                .bind("returnedBy", text(returned == null ? null : returned.byName()))
                .map(SqlPortalProposals::proposal)
                .one();
    }

    @Override
    public Mono<Void> drop(UUID lot) {
        return database.sql(DROP).bind("lot", lot).then();
    }

    private static Object text(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }

    private static PortalProposal proposal(Readable row) {
        var returned = row.get("returned", String.class);
        return new PortalProposal(
                Columns.id(row, "lot_id"),
                StoredJson.read(Columns.text(row, "content"), PortalResult.class),
                Set.of(Objects.requireNonNull(row.get("authors", UUID[].class))),
                Columns.text(row, "by_name"),
                Columns.moment(row, "at"),
                returned == null ? null : new Return(returned, Columns.text(row, "returned_by")),
                Columns.number(row, "version"));
    }
}
