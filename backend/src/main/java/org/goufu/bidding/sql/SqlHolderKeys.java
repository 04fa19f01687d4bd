package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.goufu.bidding.domain.Challenge;
import org.goufu.bidding.domain.HolderGroup;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.bidding.domain.HolderProblem;
import org.goufu.bidding.domain.seal.Hpke;
import org.goufu.bidding.usecase.HolderKeys;
import org.goufu.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holders' public keys in PostgreSQL. */
@Component
class SqlHolderKeys implements HolderKeys {
    private static final String GET = """
            select * from bidding.holder_key where id = :id
            """;
    private static final String NAMED = """
            select * from bidding.holder_key where kid = :kid
            """;
    private static final String ADD = """
            insert into bidding.holder_key (id, kid, public_key, holder_group, owner_id, owner, department_id, region_code, state, approver,
                                            enrolled_at)
            values (:id, :kid, :publicKey, :group, :ownerId, :owner, :department, :region, :state, :approver,
                    case when :state = 'ENROLLED' then platform.now() end)
            """;
    private static final String SAVE = """
            update bidding.holder_key
               set state       = :state,
                   approver    = :approver,
                   enrolled_at = case when :state = 'ENROLLED' then platform.now() else enrolled_at end,
                   revoked_at  = case when :state = 'REVOKED' then platform.now() end,
                   version     = version + 1
             where id = :id and version = :version
            returning *
            """;
    private static final String ENROLLED = """
            select *
              from bidding.holder_key k
             where state = 'ENROLLED' and (department_id = :department
                    or holder_group = 'SUPERVISION' and :supervision and (:region::text is null or :region like region_code || '%'))
               and not exists (select from bidding.holder_key newer
                                where newer.owner_id = k.owner_id and newer.state = 'ENROLLED' and newer.id > k.id)
             order by length(region_code) desc, id
               for share of k
            """;
    // Of what nobody answered the newest few are kept, for several windows; of what was answered the last.
    private static final String ASK = """
            with kept as (
                select id
                  from bidding.challenge
                 where key_id = :key and answered_at is null and asked_at > platform.now() - interval '1 day'
                 order by id desc
                 limit 4),
            forgotten as (
                delete from bidding.challenge
                 where key_id = :key and answered_at is null and id not in (select id from kept))
            insert into bidding.challenge (id, key_id, purpose, enc, ciphertext, answer)
            values (:id, :key, :purpose, :enc, :ciphertext, :answer)
            """;
    private static final String ASKED = """
            select * from bidding.challenge
             where id = :id and key_id = :key and answered_at is null and asked_at > platform.now() - interval '1 day'
               for update
            """;
    private static final String ANSWERED = """
            with forgotten as (
                delete from bidding.challenge where key_id = :key and answered_at is not null)
            update bidding.challenge set answered_at = platform.now() where id = :id
            """;
    private static final String WANTED = """
            select coalesce((select supervision from bidding.department_choice where department_id = :department), false)
            """;
    private static final String WANT = """
            insert into bidding.department_choice (department_id, supervision, chosen_by)
            values (:department, :wanted, :byName)
                on conflict (department_id) do update
               set supervision = excluded.supervision, chosen_by = excluded.chosen_by, chosen_at = platform.now()
            """;

    private final DatabaseClient database;

    SqlHolderKeys(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<HolderKey> get(UUID id) {
        return database.sql(GET)
                .bind("id", id)
                .map(SqlHolderKeys::key)
                .one()
                .switchIfEmpty(Mono.error(HolderProblem.KEY_NOT_FOUND::raise));
    }

    @Override
    public Mono<HolderKey> named(String kid) {
        return database.sql(NAMED)
                .bind("kid", kid)
                .map(SqlHolderKeys::key)
                .one()
                .switchIfEmpty(Mono.error(HolderProblem.KEY_NOT_FOUND::raise));
    }

    @Override
    public Mono<HolderKey> add(HolderKey key) {
        return database.sql(ADD)
                .bind("id", key.id())
                .bind("kid", key.kid())
                .bind("publicKey", key.publicKey())
                .bind("group", key.group().name())
                .bind("ownerId", key.ownerId())
                .bind("owner", key.owner())
                .bind("department", orNull(key.departmentId(), UUID.class))
                .bind("region", code(key.regionCode()))
                .bind("state", key.state().name())
                .bind("approver", orNull(key.approver(), String.class))
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, taken -> HolderProblem.KEY_TAKEN.raise())
                .thenReturn(key);
    }

    @Override
    public Mono<HolderKey> save(HolderKey key) {
        return database.sql(SAVE)
                .bind("id", key.id())
                .bind("version", key.version())
                .bind("state", key.state().name())
                .bind("approver", orNull(key.approver(), String.class))
                .map(SqlHolderKeys::key)
                .one()
                .switchIfEmpty(Mono.error(HolderProblem.CHANGED_MEANWHILE::raise));
    }

    @Override
    public Flux<HolderKey> enrolledOf(UUID departmentId) {
        return enrolled(Parameters.in(departmentId), false, null);
    }

    @Override
    public Flux<HolderKey> enrolledOfSupervision(@Nullable RegionCode departmentRegion) {
        return enrolled(Parameters.in(UUID.class), true, departmentRegion);
    }

    private Flux<HolderKey> enrolled(Parameter department, boolean supervision, @Nullable RegionCode region) {
        return database.sql(ENROLLED)
                .bind("department", department)
                .bind("supervision", supervision)
                .bind("region", code(region))
                .map(SqlHolderKeys::key)
                .all();
    }

    @Override
    public Mono<Void> add(Challenge challenge) {
        return database.sql(ASK)
                .bind("id", challenge.id())
                .bind("key", challenge.keyId())
                .bind("purpose", challenge.purpose().name())
                .bind("enc", challenge.box().enc())
                .bind("ciphertext", challenge.box().ciphertext())
                .bind("answer", challenge.answer())
                .then();
    }

    @Override
    public Mono<Challenge> challenge(UUID keyId, UUID id) {
        return database.sql(ASKED)
                .bind("id", id)
                .bind("key", keyId)
                .map(SqlHolderKeys::challenge)
                .one()
                .switchIfEmpty(Mono.error(HolderProblem.CHALLENGE_NOT_FOUND::raise));
    }

    @Override
    public Mono<Void> answered(Challenge challenge) {
        return database.sql(ANSWERED)
                .bind("id", challenge.id())
                .bind("key", challenge.keyId())
                .then();
    }

    @Override
    public Mono<Boolean> supervisionWanted(UUID departmentId) {
        return database.sql(WANTED)
                .bind("department", departmentId)
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Void> wantSupervision(UUID departmentId, boolean wanted, String by) {
        return database.sql(WANT)
                .bind("department", departmentId)
                .bind("wanted", wanted)
                .bind("byName", by)
                .then();
    }

    private static HolderKey key(Readable row) {
        return new HolderKey(
                required(row, "id", UUID.class),
                required(row, "kid", String.class),
                required(row, "public_key", byte[].class),
                HolderGroup.valueOf(required(row, "holder_group", String.class)),
                required(row, "owner_id", UUID.class),
                required(row, "owner", String.class),
                row.get("department_id", UUID.class),
                region(row.get("region_code", String.class)),
                HolderKey.State.valueOf(required(row, "state", String.class)),
                row.get("approver", String.class),
                required(row, "version", Long.class));
    }

    private static Parameter code(@Nullable RegionCode region) {
        return orNull(region == null ? null : region.value(), String.class);
    }

    private static @Nullable RegionCode region(@Nullable String code) {
        return code == null ? null : new RegionCode(code);
    }

    private static Challenge challenge(Readable row) {
        return new Challenge(
                required(row, "id", UUID.class),
                required(row, "key_id", UUID.class),
                Challenge.Purpose.valueOf(required(row, "purpose", String.class)),
                new Hpke.Box(required(row, "enc", byte[].class), required(row, "ciphertext", byte[].class)),
                required(row, "answer", byte[].class));
    }
}
