package org.goufu.bidding.sql;

import java.util.Collection;
import java.util.UUID;
import org.goufu.bidding.usecase.Consents;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Consents in PostgreSQL; an answer that was given stays on record when another takes its place. */
@Component
class SqlConsents implements Consents {
    private static final String ASKED = """
            select encode(p.digest, 'hex') as part
              from bidding.roster r
              join bidding.roster_part p on p.hash = r.hash
             where r.lot = :lot and r.federation = :federation and p.group_id = :group
               for share of r
            """;

    private static final String ENGAGE = """
            insert into bidding.engagement as e (lot, group_id, federation) values (:lot, :group, :federation)
            on conflict (lot, group_id) do update set federation = e.federation
            returning federation
            """;

    private static final String DISENGAGE = """
            delete from bidding.engagement where lot = :lot and group_id = :group returning federation
            """;

    private static final String RELEASE = """
            delete from bidding.engagement where lot = :lot and federation = :federation and group_id = any(:groups)
            """;

    private static final String END = """
            update bidding.consent
               set ended_at = platform.now(), ended_by = :by
             where lot = :lot and federation = :federation and group_id = any(:groups) and answer = 'CONSENTED'
               and ended_at is null
            """;

    /** Unless it stands behind the federation by another text still. */
    private static final String FREE = """
            delete from bidding.engagement e
             where e.lot = :lot and e.federation = :federation and e.group_id = :group
               and not exists (select from bidding.consent c
                                where c.lot = e.lot and c.federation = e.federation and c.group_id = e.group_id
                                  and c.answer = 'CONSENTED' and c.ended_at is null)
            """;

    private static final String OPEN = """
            select state = 'OPEN' and deadline > platform.now()
                       and not exists (select from bidding.lot_over x where x.lot = box.lot) as open
              from bidding.box
             where lot = :lot
               for share
            """;

    private static final String KEEP = """
            with earlier as (
                update bidding.consent
                   set ended_at = platform.now(), ended_by = :by
                 where lot = :lot and federation = :federation and group_id = :group and part = decode(:part, 'hex')
                   and ended_at is null and answer <> :answer)
            select count(*)
              from bidding.consent
             where lot = :lot and federation = :federation and group_id = :group and part = decode(:part, 'hex')
               and ended_at is null and answer = :answer
            """;

    private static final String ADD = """
            insert into bidding.consent (id, lot, federation, group_id, part, answer, at, account, by_name)
            values (:id, :lot, :federation, :group, decode(:part, 'hex'), :answer, platform.now(), :account, :by)
            on conflict (lot, federation, group_id, part) where ended_at is null do nothing
            """;

    private final DatabaseClient database;

    SqlConsents(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<String> asked(UUID lot, UUID federation, UUID group) {
        return database.sql(ASKED)
                .bind("lot", lot)
                .bind("federation", federation)
                .bind("group", group)
                .mapValue(String.class)
                .one();
    }

    @Override
    public Mono<UUID> engage(UUID lot, UUID federation, UUID group) {
        return database.sql(ENGAGE)
                .bind("lot", lot)
                .bind("federation", federation)
                .bind("group", group)
                .mapValue(UUID.class)
                .one();
    }

    @Override
    public Mono<UUID> revoke(UUID lot, UUID group, Actor by) {
        return database.sql(DISENGAGE)
                .bind("lot", lot)
                .bind("group", group)
                .mapValue(UUID.class)
                .one()
                .delayUntil(federation -> end(lot, federation, new UUID[] {group}, by));
    }

    @Override
    public Mono<Void> release(UUID lot, UUID federation, Collection<UUID> groups, Actor by) {
        if (groups.isEmpty()) return Mono.empty();
        var ids = groups.toArray(UUID[]::new);
        return database.sql(RELEASE)
                .bind("lot", lot)
                .bind("federation", federation)
                .bind("groups", ids)
                .then()
                .then(Mono.defer(() -> end(lot, federation, ids, by)));
    }

    private Mono<Void> end(UUID lot, UUID federation, UUID[] groups, Actor by) {
        return database.sql(END)
                .bind("lot", lot)
                .bind("federation", federation)
                .bind("groups", groups)
                .bind("by", by.displayName())
                .then();
    }

    @Override
    public Mono<Boolean> isOpen(UUID lot) {
        return database.sql(OPEN).bind("lot", lot).mapValue(Boolean.class).one();
    }

    @Override
    public Mono<Void> keep(Given given, Actor by) {
        var kept = bound(database.sql(KEEP), given)
                .bind("by", by.displayName())
                .mapValue(Long.class)
                .one()
                .filter(same -> same == 0)
                .flatMap(none -> bound(database.sql(ADD), given)
                        .bind("id", Ids.next())
                        .bind("account", by.accountId())
                        .bind("by", by.displayName())
                        .then());
        return given.answer() == Answer.CONSENTED ? kept : kept.then(Mono.defer(() -> free(given)));
    }

    private Mono<Void> free(Given given) {
        return database.sql(FREE)
                .bind("lot", given.lot())
                .bind("federation", given.federation())
                .bind("group", given.group())
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bound(DatabaseClient.GenericExecuteSpec statement, Given given) {
        return statement
                .bind("lot", given.lot())
                .bind("federation", given.federation())
                .bind("group", given.group())
                .bind("part", given.part())
                .bind("answer", given.answer().name());
    }
}
