package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.domain.PurchaseState;
import org.goufu.purchase.usecase.NewNotice;
import org.goufu.purchase.usecase.Purchases;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps purchases in the purchase schema. */
@Component
class SqlPurchases implements Purchases {
    private static final String GET = """
            select id, number, department_id, state, content::text as content, authors, notice_id, errors, warnings, version
              from purchase.purchase
             where id = :id
            """;

    private static final String ADD = """
            with added as (
                insert into purchase.purchase (id, department_id, state, content, authors, title, budget_fen, bid_deadline,
                                               errors, warnings, updated_by_name, version)
                values (:id, :department, :state, :content::jsonb, :authors, :title, :budget, :deadline,
                        :errors, :warnings, :byName, 1)
                returning id),
            noted as (
                insert into purchase.act (purchase_id, by_id, by_name, act, reason)
                select id, :by, :byName, :act, :reason from added)
            select 1::bigint as version from added
            """;

    private static final String SAVE = """
            with saved as (
                update purchase.purchase
                   set state = :state, content = :content::jsonb, authors = :authors, title = :title, budget_fen = :budget,
                       bid_deadline = :deadline, errors = :errors, warnings = :warnings,
                       updated_at = platform.now(), updated_by_name = :byName, version = version + 1
                 where id = :id and version = :version
                returning id, version),
            noted as (
                insert into purchase.act (purchase_id, by_id, by_name, act, reason)
                select id, :by, :byName, :act, :reason from saved),
            kept as (
                insert into purchase.submission (purchase_id, content)
                select id, :content::jsonb from saved where :act = 'SUBMITTED')
            select version from saved
            """;

    private static final String DELETE = """
            delete from purchase.purchase where id = :id and version = :version
            """;

    private static final String NEXT_NUMBER = """
            insert into purchase.notice_number as numbers (county_code, year, last)
            values (:county, extract(year from platform.now() at time zone 'Asia/Shanghai')::integer, 1)
                on conflict (county_code, year) do update set last = numbers.last + 1
            returning county_code || '-' || year || '-' || lpad(last::text, 6, '0') as number, platform.now() as at
            """;

    private static final String PUBLISH = """
            with published as (
                update purchase.purchase
                   set state = 'PUBLISHED', number = :purchaseNumber, notice_id = :notice, errors = :errors, warnings = :warnings,
                       updated_at = :at, updated_by_name = :byName, version = version + 1
                 where id = :id and version = :version
                returning id, version),
            noted as (
                insert into purchase.act (purchase_id, at, by_id, by_name, act)
                select id, :at, :by, :byName, 'PUBLISHED' from published),
            noticed as (
                insert into purchase.notice (id, number, purchase_id, type, format_code, title, department_id,
                                             department_name, region_code, service_region_codes, category_codes, method,
                                             amount_fen, published_at, deadline, content, digest)
                select :notice, :number, id, :type, :format, :title, :department, :departmentName, :region, :places,
                       :categories, :method, :amount, :at, :deadline, :content, :digest
                  from published),
            lots as (
                insert into purchase.lot (id, notice_id, number, title, category_code, service_region_codes, budget_fen,
                                          requirements, deadline, repeats)
                select lot.id, :notice, lot.number, lot.title, lot."categoryCode",
                       array(select jsonb_array_elements_text(lot."serviceRegionCodes")), lot."budgetFen",
                       lot.requirements, :deadline, cast(lot.repeats ->> 'lotId' as uuid)
                  from published,
                       jsonb_to_recordset(:content::jsonb -> 'lots') as lot (
                           id uuid, number integer, title text, "categoryCode" text, "serviceRegionCodes" jsonb,
                           "budgetFen" bigint, requirements jsonb, repeats jsonb))
            select version from published
            """;

    private static final String PUBLISHED_AFTER = """
            select id, purchase_id, type, number, published_at, digest
              from purchase.notice
             where (published_at, id) > (:at, :id) and corrects is null
             order by published_at, id
             limit :size
            """;

    private static final String PUBLISHED = """
            select count(*) from purchase.notice where corrects is null
            """;

    private static final String SUBMISSIONS = """
            select at, content::text as content
              from purchase.submission
             where purchase_id = :id
             order by id desc
             limit 2
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final DatabaseClient database;

    SqlPurchases(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Purchase> get(UUID id) {
        return database.sql(GET)
                .bind("id", id)
                .map(SqlPurchases::purchase)
                .one()
                .switchIfEmpty(Mono.error(PurchaseProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<Purchase> add(Purchase purchase, Act act) {
        return written(ADD, purchase, act)
                .bind("department", purchase.departmentId())
                .map(row -> purchase)
                .one();
    }

    @Override
    public Mono<Purchase> save(Purchase purchase, Act act) {
        return written(SAVE, purchase, act)
                .bind("version", purchase.version())
                .map(row -> next(purchase, row))
                .one()
                .switchIfEmpty(Mono.error(PurchaseProblem.CHANGED_MEANWHILE::raise));
    }

    @Override
    public Mono<Void> delete(Purchase purchase) {
        return database.sql(DELETE)
                .bind("id", purchase.id())
                .bind("version", purchase.version())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(PurchaseProblem.CHANGED_MEANWHILE::raise))
                .then();
    }

    @Override
    public Mono<Numbered> nextNumber(String countyCode) {
        return database.sql(NEXT_NUMBER)
                .bind("county", countyCode)
                .map(row -> new Numbered(Columns.text(row, "number"), Columns.moment(row, "at")))
                .one();
    }

    @Override
    public Mono<Purchase> publish(Purchase purchase, NewNotice notice, Act act) {
        var statement = NoticeColumns.bind(database.sql(PUBLISH), notice)
                .bind("id", purchase.id())
                .bind("version", purchase.version())
                .bind("purchaseNumber", Objects.requireNonNull(purchase.number()))
                .bind("errors", purchase.errors())
                .bind("warnings", purchase.warnings())
                .bind("by", act.by().accountId())
                .bind("byName", act.by().displayName());
        return columns(statement, notice.content())
                .map(row -> next(purchase, row))
                .one()
                .switchIfEmpty(Mono.error(PurchaseProblem.CHANGED_MEANWHILE::raise));
    }

    @Override
    public Flux<Published> publishedAfter(@Nullable Published last, int size) {
        return database.sql(PUBLISHED_AFTER)
                .bind("at", last == null ? Instant.EPOCH : last.at())
                .bind("id", last == null ? FIRST : last.id())
                .bind("size", size)
                .map(row -> new Published(
                        Columns.id(row, "id"),
                        Columns.id(row, "purchase_id"),
                        NoticeType.valueOf(Columns.text(row, "type")),
                        Columns.text(row, "number"),
                        Columns.moment(row, "published_at"),
                        Objects.requireNonNull(row.get("digest", byte[].class))))
                .all();
    }

    @Override
    public Mono<Long> published() {
        return database.sql(PUBLISHED).mapValue(Long.class).one();
    }

    @Override
    public Flux<Submission> submissions(UUID id) {
        return database.sql(SUBMISSIONS)
                .bind("id", id)
                .map(row -> new Submission(
                        Columns.moment(row, "at"), StoredJson.read(Columns.text(row, "content"), Content.class)))
                .all();
    }

    private GenericExecuteSpec written(String sql, Purchase purchase, Act act) {
        var content = purchase.content();
        var statement = database.sql(sql)
                .bind("id", purchase.id())
                .bind("state", purchase.state().name())
                .bind("content", StoredJson.write(content))
                .bind("authors", purchase.authors().toArray(UUID[]::new))
                .bind("budget", content.budgetFen())
                .bind("errors", purchase.errors())
                .bind("warnings", purchase.warnings())
                .bind("by", act.by().accountId())
                .bind("byName", act.by().displayName())
                .bind("act", act.kind().name());
        statement = optional(statement, "title", content.title(), String.class);
        statement = optional(statement, "deadline", content.bidDeadline(), Instant.class);
        return optional(statement, "reason", act.reason(), String.class);
    }

    private static GenericExecuteSpec columns(GenericExecuteSpec statement, NoticeContent notice) {
        var bound = statement
                .bind("department", notice.department().id())
                .bind("departmentName", notice.department().name())
                .bind("region", notice.regionCode())
                .bind(
                        "places",
                        notice.lots().stream()
                                .flatMap(lot -> lot.serviceRegionCodes().stream())
                                .distinct()
                                .toArray(String[]::new))
                .bind(
                        "categories",
                        notice.lots().stream()
                                .map(NoticeContent.Lot::categoryCode)
                                .distinct()
                                .toArray(String[]::new))
                .bind("method", notice.method().name())
                .bind("amount", notice.amountFen());
        return optional(bound, "deadline", notice.deadline(), Instant.class);
    }

    private static <T> GenericExecuteSpec optional(
            GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    private static Purchase purchase(Readable row) {
        return new Purchase(
                Columns.id(row, "id"),
                Columns.id(row, "department_id"),
                PurchaseState.valueOf(Columns.text(row, "state")),
                StoredJson.read(Columns.text(row, "content"), Content.class),
                Set.of(Objects.requireNonNull(row.get("authors", UUID[].class))),
                (int) Columns.number(row, "errors"),
                (int) Columns.number(row, "warnings"),
                row.get("number", String.class),
                row.get("notice_id", UUID.class),
                Columns.number(row, "version"));
    }

    private static Purchase next(Purchase saved, Readable row) {
        return saved.at(Columns.number(row, "version"));
    }
}
