package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.column;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Part;
import org.goufu.bidding.domain.Roster;
import org.goufu.bidding.domain.RosterProblem;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.usecase.ConsentsAtDeadline;
import org.goufu.bidding.usecase.Rosters;
import org.goufu.kernel.Actor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rosters in PostgreSQL, each version kept for the bids and consents that name it. */
@Component
class SqlBidRosters implements Rosters, ConsentsAtDeadline {
    private static final String BOUND = """
            select v.lot, v.federation, v.own_share, v.fee, 0::bigint as version, p.group_id, p.task, p.deliverables, p.share,
                   exists (select from bidding.consent c
                            where c.lot = v.lot and c.federation = v.federation and c.group_id = p.group_id
                              and c.part = p.digest and c.answer = 'CONSENTED' and c.ended_at is null) as consented
              from bidding.roster_version v
              join bidding.roster_part p on p.hash = v.hash
             where v.hash = decode(:hash, 'hex')
             order by p.group_id
            """;

    private static final String FIND = """
            select v.lot, v.federation, v.own_share, v.fee, r.version, p.group_id, p.task, p.deliverables, p.share,
                   exists (select from bidding.consent c
                            where c.lot = v.lot and c.federation = v.federation and c.group_id = p.group_id
                              and c.part = p.digest and c.answer = 'CONSENTED' and c.ended_at is null) as consented
              from unnest(:lots, :federations) as wanted (lot, federation)
              join bidding.roster r on r.lot = wanted.lot and r.federation = wanted.federation
              join bidding.roster_version v on v.hash = r.hash
              join bidding.roster_part p on p.hash = v.hash
             order by v.lot, v.federation, p.group_id
            """;

    private static final String HOLD = """
            with wanted as (
                select lot, federation from unnest(:lots, :federations) as wanted (lot, federation))
            select (select count(*)
                      from (select r.lot
                              from bidding.roster r
                              join wanted on wanted.lot = r.lot and wanted.federation = r.federation
                             order by r.lot, r.federation
                               for share of r) rosters)
                 + (select count(*)
                      from (select e.lot
                              from bidding.engagement e
                              join wanted on wanted.lot = e.lot and wanted.federation = e.federation
                             order by e.lot, e.group_id
                               for share of e) engagements)
            """;

    private static final String KEEP = """
            with kept as (
                insert into bidding.roster_version (hash, lot, federation, own_share, fee, made_by)
                values (decode(:hash, 'hex'), :lot, :federation, :ownShare, :fee, :by)
                on conflict (hash) do nothing
                returning hash)
            insert into bidding.roster_part (hash, group_id, task, deliverables, share, digest)
            select kept.hash, part.group_id, part.task, part.deliverables, part.share, decode(part.digest, 'hex')
              from kept, unnest(:groups, :tasks, :deliverables, :shares, :digests)
                             as part (group_id, task, deliverables, share, digest)
            """;

    private static final String POINT = """
            insert into bidding.roster as r (lot, federation, hash, version)
            select :lot, :federation, decode(:hash, 'hex'), 1 where :version = 0
            on conflict (lot, federation) do nothing
            returning version
            """;

    private static final String MOVE = """
            update bidding.roster
               set hash = decode(:hash, 'hex'), version = version + 1
             where lot = :lot and federation = :federation and version = :version
            returning version
            """;

    private static final String STANDING = """
            select e.id, e.body, e.manifest
              from bidding.standing s
              join bidding.envelope e on e.id = s.envelope
             where s.lot = :lot
             order by e.id
            """;

    // A consent can only be revoked while the box is open, so what is not ended now stood at the deadline.
    private static final String MISSING = """
            select p.group_id
              from bidding.roster_version v
              join bidding.roster_part p on p.hash = v.hash
             where v.hash = decode(:hash, 'hex')
               and not exists (select from bidding.consent c
                                where c.lot = v.lot and c.federation = v.federation and c.group_id = p.group_id
                                  and c.part = p.digest and c.answer = 'CONSENTED' and c.ended_at is null)
             order by p.group_id
            """;

    private final DatabaseClient database;

    SqlBidRosters(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Held> find(Key key) {
        return read(List.of(key)).next();
    }

    private Flux<Held> read(Collection<Key> keys) {
        return database.sql(FIND)
                .bind("lots", column(keys, Key::lot, UUID[]::new))
                .bind("federations", column(keys, Key::federation, UUID[]::new))
                .map(SqlBidRosters::line)
                .all()
                .bufferUntilChanged(line -> new Key(line.lot(), line.federation()))
                .map(SqlBidRosters::held);
    }

    @Override
    public Mono<Held> bound(String hash) {
        return database.sql(BOUND)
                .bind("hash", hash)
                .map(SqlBidRosters::line)
                .all()
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .map(SqlBidRosters::held);
    }

    @Override
    public Mono<Roster> roster(String hash) {
        return bound(hash).map(Held::roster);
    }

    @Override
    public Flux<Held> hold(Collection<Key> keys) {
        return database.sql(HOLD)
                .bind("lots", column(keys, Key::lot, UUID[]::new))
                .bind("federations", column(keys, Key::federation, UUID[]::new))
                .then()
                .thenMany(Flux.defer(() -> read(keys)));
    }

    @Override
    public Mono<Roster> save(Roster roster, Actor by) {
        var hash = roster.document().hash();
        var parts = roster.parts();
        return database.sql(KEEP)
                .bind("hash", hash)
                .bind("lot", roster.lot())
                .bind("federation", roster.federation())
                .bind("ownShare", roster.ownShare())
                .bind("fee", roster.fee())
                .bind("by", by.displayName())
                .bind("groups", column(parts, Part::group, UUID[]::new))
                .bind("tasks", column(parts, Part::task, String[]::new))
                .bind("deliverables", column(parts, Part::deliverables, String[]::new))
                .bind("shares", column(parts, Part::share, Integer[]::new))
                .bind("digests", column(parts, roster::digest, String[]::new))
                .then()
                .then(Mono.defer(() -> point(roster, hash)));
    }

    private Mono<Roster> point(Roster roster, String hash) {
        return database.sql(roster.version() == 0 ? POINT : MOVE)
                .bind("lot", roster.lot())
                .bind("federation", roster.federation())
                .bind("hash", hash)
                .bind("version", roster.version())
                .mapValue(Long.class)
                .one()
                .switchIfEmpty(Mono.error(RosterProblem.CHANGED_MEANWHILE::raise))
                .map(version -> new Roster(
                        roster.lot(), roster.federation(), roster.ownShare(), roster.fee(), roster.parts(), version));
    }

    @Override
    public Flux<Naming> naming(UUID lot) {
        return database.sql(STANDING)
                .bind("lot", lot)
                .map(row -> {
                    var core = Manifest.read(required(row, "manifest", byte[].class))
                            .core();
                    return new Naming(
                            required(row, "id", UUID.class),
                            required(row, "body", UUID.class),
                            core.actingFor().isEmpty() ? "" : core.rosterHash());
                })
                .all()
                .filter(bid -> !bid.rosterHash().isEmpty());
    }

    @Override
    public Flux<Missing> of(UUID lot) {
        return naming(lot)
                .concatMap(bid -> database.sql(MISSING)
                        .bind("hash", bid.rosterHash())
                        .map(row -> new Missing(bid.envelope(), required(row, "group_id", UUID.class)))
                        .all());
    }

    /** One part with the roster that it stands in. */
    private record Line(UUID lot, UUID federation, int ownShare, int fee, long version, Part part, boolean consented) {}

    private static Line line(Readable row) {
        return new Line(
                required(row, "lot", UUID.class),
                required(row, "federation", UUID.class),
                required(row, "own_share", Integer.class),
                required(row, "fee", Integer.class),
                required(row, "version", Long.class),
                new Part(
                        required(row, "group_id", UUID.class),
                        required(row, "task", String.class),
                        required(row, "deliverables", String.class),
                        required(row, "share", Integer.class)),
                required(row, "consented", Boolean.class));
    }

    private static Held held(List<Line> lines) {
        var first = lines.getFirst();
        var parts = new ArrayList<Part>();
        var consented = new HashSet<UUID>();
        for (var line : lines) {
            parts.add(line.part());
            if (line.consented()) consented.add(line.part().group());
        }
        return new Held(
                new Roster(first.lot(), first.federation(), first.ownShare(), first.fee(), parts, first.version()),
                consented);
    }
}
