package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.domain.Attachment;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingCourse;
import org.goufu.organization.domain.FilingEntry;
import org.goufu.organization.domain.FilingProblem;
import org.goufu.organization.domain.FilingRecord;
import org.goufu.organization.domain.FilingRule;
import org.goufu.organization.domain.FilingState;
import org.goufu.organization.usecase.Filings;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Filings in their tables. */
@Component
class SqlFilings implements Filings {
    private static final String GET = """
            select id, state, number, filed_on, valid_to, record::text as record, course::text as course, version
              from organization.filing
             where id = :id
            """;

    private static final String LOCK = """
            select id, state, number, filed_on, valid_to, record::text as record, course::text as course, version
              from organization.filing
             where id = :id
               for update
            """;

    private static final String NAMESAKES = """
            select id, name, number
              from organization.filing
             where community_code = :community and name = :name and id <> :id
               and state not in ('REVOKED', 'CANCELLED', 'REGISTERED')
             order by id
             limit 5
            """;

    private static final String ADD = """
            insert into organization.filing
                (id, state, name, community_code, leader_name, number, filed_on, valid_to, record, course, asked)
            values (:id, :state, :name, :community, :leader, :number, :filedOn, :validTo, cast(:record as jsonb),
                    cast(:course as jsonb), :asked)
            """;

    private static final String SAVE = """
            update organization.filing
               set state = :state, name = :name, community_code = :community, leader_name = :leader, number = :number,
                   filed_on = :filedOn, valid_to = :validTo, record = cast(:record as jsonb), course = cast(:course as jsonb),
                   asked = :asked, version = version + 1, updated_at = platform.now()
             where id = :id
            """;

    private static final String LOG = """
            insert into organization.filing_act (filing_id, version, by_id, by_name, act, reason, before, after)
            values (:filing, :version, :by, :byName, :act, :reason, cast(:before as jsonb), cast(:after as jsonb))
            """;

    private static final String RULE = """
            select min_members, papers, validity_years, authority, verified
              from organization.filing_rule
             where :place like region_code || '%'
             order by length(region_code) desc
             limit 1
            """;

    /** A street that gave numbers before the platform goes on behind its last one. */
    private static final String NEXT = """
            insert into organization.filing_serial (street_code, year, last)
            select :street, :year, 1 + coalesce(max(right(filing_number, 4)::int), 0)
              from organization.body
             where filing_number like :prefix || '____'
                on conflict (street_code, year) do update
               set last = filing_serial.last + 1
            returning :prefix || lpad(last::text, 4, '0') as number
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlFilings(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Filing> get(UUID id) {
        return one(GET, id);
    }

    @Override
    public Mono<Filing> lock(UUID id) {
        return one(LOCK, id);
    }

    private Mono<Filing> one(String statement, UUID id) {
        return database.sql(statement)
                .bind("id", id)
                .map(this::filing)
                .one()
                .switchIfEmpty(Mono.error(FilingProblem.NOT_FOUND::raise));
    }

    @Override
    public Flux<Namesake> namesakes(UUID id, FilingRecord record) {
        return database.sql(NAMESAKES)
                .bind("id", id)
                .bind("name", record.name())
                .bind("community", record.communityCode())
                .map(row -> new Namesake(
                        required(row, "id", UUID.class),
                        required(row, "name", String.class),
                        row.get("number", String.class)))
                .all();
    }

    @Override
    public Mono<Void> add(Filing filing) {
        return bound(ADD, filing).then();
    }

    @Override
    public Mono<Void> save(Filing filing) {
        return bound(SAVE, filing).then();
    }

    private DatabaseClient.GenericExecuteSpec bound(String statement, Filing filing) {
        var record = filing.record();
        var standing = filing.standing();
        return database.sql(statement)
                .bind("id", filing.id())
                .bind("state", filing.state().name())
                .bind("name", record.name())
                .bind("community", record.communityCode())
                .bind(
                        "leader",
                        text(record.leader() == null ? null : record.leader().name()))
                .bind("number", text(standing.number()))
                .bind("filedOn", Parameters.in(R2dbcType.DATE, standing.filedOn()))
                .bind("validTo", Parameters.in(R2dbcType.DATE, standing.validTo()))
                .bind("record", json.writeValueAsString(record))
                .bind("course", json.writeValueAsString(filing.course()))
                .bind("asked", text(asked(filing)));
    }

    private static @Nullable String asked(Filing filing) {
        var request = filing.course().request();
        return request == null ? null : request.wish().name();
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    @Override
    public Mono<Void> log(FilingEntry entry) {
        return database.sql(LOG)
                .bind("filing", entry.filingId())
                .bind("version", entry.version())
                .bind("by", entry.by().accountId())
                .bind("byName", entry.by().displayName())
                .bind("act", entry.act().name())
                .bind("reason", text(entry.reason()))
                .bind("before", json.writeValueAsString(entry.before()))
                .bind("after", json.writeValueAsString(entry.after()))
                .then();
    }

    @Override
    public Mono<FilingRule> rule(RegionCode place) {
        return database.sql(RULE)
                .bind("place", place.value())
                .map(row -> new FilingRule(
                        required(row, "min_members", Integer.class),
                        Arrays.stream(required(row, "papers", String[].class))
                                .map(Attachment.Kind::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        required(row, "validity_years", Integer.class),
                        required(row, "authority", String.class),
                        required(row, "verified", Boolean.class)))
                .one();
    }

    @Override
    public Mono<String> nextNumber(RegionCode street, int year) {
        var prefix = "BA-%s-%d-".formatted(street.value(), year);
        return database.sql(NEXT)
                .bind("street", street.value())
                .bind("year", year)
                .bind("prefix", prefix)
                .map(row -> required(row, "number", String.class))
                .one();
    }

    private Filing filing(Readable row) {
        var standing = new Filing.Standing(
                FilingState.valueOf(required(row, "state", String.class)),
                row.get("number", String.class),
                row.get("filed_on", LocalDate.class),
                row.get("valid_to", LocalDate.class));
        return new Filing(
                required(row, "id", UUID.class),
                json.readValue(required(row, "record", String.class), FilingRecord.class),
                standing,
                json.readValue(required(row, "course", String.class), FilingCourse.class),
                required(row, "version", Long.class));
    }
}
