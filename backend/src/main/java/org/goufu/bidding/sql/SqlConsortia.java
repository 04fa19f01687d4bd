package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.column;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.domain.Agreement.Member;
import org.goufu.bidding.domain.ConsortiumProblem;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.usecase.Consortia;
import org.goufu.kernel.Actor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Agreements in PostgreSQL, each text kept for the signatures and bids that name it. */
@Component
class SqlConsortia implements Consortia {
    private static final String HOLD = """
            select state = 'OPEN' and deadline > platform.now()
                       and not exists (select from bidding.lot_over x where x.lot = box.lot) as open
              from bidding.box
             where lot = :lot
               for no key update
            """;

    private static final String READ = """
            select v.lot, v.lead, v.terms, c.version, m.body, m.name, m.work, m.share,
                   a.hash is not null as signed, k.revoked_at is not null as lapsed
              from bidding.consortium_version v
              left join bidding.consortium c on c.hash = v.hash
              join bidding.consortium_member m on m.hash = v.hash
              left join bidding.consortium_answer a
                on a.hash = m.hash and a.body = m.body and a.answer = 'SIGNED' and a.ended_at is null
              left join bidding.signing_key k on k.id = a.key
            """;

    private static final String FIND = READ + " where c.lot = :lot and c.lead = :lead order by m.body";

    private static final String BOUND = READ + " where v.hash = decode(:hash, 'hex') order by m.body";

    private static final String STANDING = """
            select e.manifest
              from bidding.standing s
              join bidding.envelope e on e.id = s.envelope
             where s.lot = :lot and s.body = :lead
            """;

    private static final String KEEP = """
            with kept as (
                insert into bidding.consortium_version (hash, document, lot, lead, terms, made_by)
                values (sha256(:document), :document, :lot, :lead, :terms, :by)
                on conflict (hash) do nothing
                returning hash)
            insert into bidding.consortium_member (hash, body, name, work, share)
            select kept.hash, member.body, member.name, member.work, member.share
              from kept, unnest(:bodies, :names, :works, :shares) as member (body, name, work, share)
            """;

    private static final String POINT = """
            insert into bidding.consortium (lot, lead, hash, version)
            select :lot, :lead, decode(:hash, 'hex'), 1 where :version = 0
            on conflict (lot, lead) do nothing
            returning version
            """;

    private static final String MOVE = """
            update bidding.consortium
               set hash = decode(:hash, 'hex'), version = version + 1
             where lot = :lot and lead = :lead and version = :version
            returning version
            """;

    private static final String DROP = """
            delete from bidding.consortium where lot = :lot and lead = :lead
            """;

    private static final String BIDS = """
            select exists (select from bidding.standing where lot = :lot and body = :body)
            """;

    private final DatabaseClient database;

    SqlConsortia(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> hold(UUID lot) {
        return database.sql(HOLD).bind("lot", lot).mapValue(Boolean.class).one();
    }

    @Override
    public Mono<Held> find(UUID lot, UUID lead) {
        return held(database.sql(FIND).bind("lot", lot).bind("lead", lead));
    }

    @Override
    public Mono<Held> bound(String hash) {
        return held(database.sql(BOUND).bind("hash", hash));
    }

    /** One member with the agreement that it stands in; {@code version} 0 of a text that is asked no more. */
    private record Line(
            UUID lot, UUID lead, String terms, long version, Member member, boolean signed, boolean lapsed) {}

    private static Line line(Readable row) {
        var version = row.get("version", Long.class);
        return new Line(
                required(row, "lot", UUID.class),
                required(row, "lead", UUID.class),
                required(row, "terms", String.class),
                version == null ? 0 : version,
                new Member(
                        required(row, "body", UUID.class),
                        required(row, "name", String.class),
                        required(row, "work", String.class),
                        required(row, "share", Integer.class)),
                required(row, "signed", Boolean.class),
                required(row, "lapsed", Boolean.class));
    }

    private static Mono<Held> held(DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .map(SqlConsortia::line)
                .all()
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .map(SqlConsortia::held);
    }

    private static Held held(List<Line> lines) {
        var first = lines.getFirst();
        var members = new ArrayList<Member>();
        var signed = new HashSet<UUID>();
        var lapsed = new HashSet<UUID>();
        for (var line : lines) {
            members.add(line.member());
            if (line.signed()) signed.add(line.member().body());
            if (line.lapsed()) lapsed.add(line.member().body());
        }
        return new Held(
                new Agreement(first.lot(), first.lead(), members, first.terms(), first.version()),
                first.version() > 0,
                signed,
                lapsed);
    }

    @Override
    public Mono<Held> standing(UUID lot, UUID lead) {
        return database.sql(STANDING)
                .bind("lot", lot)
                .bind("lead", lead)
                .mapValue(byte[].class)
                .one()
                .map(manifest -> Manifest.read(manifest).core().rosterHash())
                .flatMap(this::bound);
    }

    @Override
    public Mono<Agreement> save(Agreement agreement, Actor by) {
        var document = agreement.document();
        var members = agreement.members();
        return database.sql(KEEP)
                .bind("document", ByteBuffer.wrap(document.bytes()))
                .bind("lot", agreement.lot())
                .bind("lead", agreement.lead())
                .bind("terms", agreement.terms())
                .bind("by", by.displayName())
                .bind("bodies", column(members, Member::body, UUID[]::new))
                .bind("names", column(members, Member::name, String[]::new))
                .bind("works", column(members, Member::work, String[]::new))
                .bind("shares", column(members, Member::share, Integer[]::new))
                .then()
                .then(Mono.defer(() -> point(agreement, document.hash())));
    }

    private Mono<Agreement> point(Agreement agreement, String hash) {
        return database.sql(agreement.version() == 0 ? POINT : MOVE)
                .bind("lot", agreement.lot())
                .bind("lead", agreement.lead())
                .bind("hash", hash)
                .bind("version", agreement.version())
                .mapValue(Long.class)
                .one()
                .switchIfEmpty(Mono.error(ConsortiumProblem.CHANGED_MEANWHILE::raise))
                .map(version -> new Agreement(
                        agreement.lot(), agreement.lead(), agreement.members(), agreement.terms(), version));
    }

    @Override
    public Mono<Void> drop(UUID lot, UUID lead) {
        return database.sql(DROP).bind("lot", lot).bind("lead", lead).then();
    }

    @Override
    public Mono<Boolean> bids(UUID lot, UUID body) {
        return database.sql(BIDS)
                .bind("lot", lot)
                .bind("body", body)
                .mapValue(Boolean.class)
                .one();
    }
}
