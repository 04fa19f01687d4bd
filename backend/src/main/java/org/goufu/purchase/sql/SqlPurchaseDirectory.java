package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.platform.database.Among;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PublishedNotice;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads published notices and lots for the other modules. */
@Component
class SqlPurchaseDirectory implements PurchaseDirectory {
    private static final UUID FIRST = new UUID(0, 0);

    private static final String NOTICES = """
            select n.id, n.number, n.purchase_id, n.type, n.title, n.department_id, n.department_name, n.region_code,
                   n.service_region_codes, n.category_codes, n.method, n.amount_fen, n.published_at, n.deadline, n.content,
                   o.outcome, coalesce(o.version, 0) + n.corrections + 1 as version
              from purchase.notice n
              left join purchase.notice_outcome o on o.notice_id = n.id
             where n.id = any(:ids)
            """;

    private static final String NOTICES_AFTER = """
            select n.id, n.number, n.purchase_id, n.type, n.title, n.department_id, n.department_name, n.region_code,
                   n.service_region_codes, n.category_codes, n.method, n.amount_fen, n.published_at, n.deadline, n.content,
                   o.outcome, coalesce(o.version, 0) + n.corrections + 1 as version
              from purchase.notice n
              left join purchase.notice_outcome o on o.notice_id = n.id
             where n.id > :after
             order by n.id
             limit :size
            """;

    private static final String DIGEST = """
            select encode(digest, 'hex') as digest
              from purchase.last_text
             where notice_id = :id
            """;

    private static final String TEXTS = """
            select content
              from purchase.notice
             where id = :id or corrects = :id
             order by published_at, id
            """;

    private static final String LOT_ROWS = """
            select l.id, l.number, n.purchase_id, l.notice_id, n.title as notice_title, l.title, n.department_id,
                   n.department_name, n.region_code, l.category_code, l.service_region_codes, l.budget_fen, n.method,
                   l.requirements::text as requirements, n.published_at, l.deadline,
                   o.notice_id is null and d.lot_id is null and l.deadline > platform.now() as open,
                   coalesce(o.version, 0) + n.corrections + 1 as version
              from purchase.lot l
              join purchase.notice n on n.id = l.notice_id
              left join purchase.notice_outcome o on o.notice_id = n.id
              left join purchase.lot_outcome d on d.lot_id = l.id
             %s
            """;

    private static final String LOT = LOT_ROWS.formatted("where l.id = :id");

    private static final String LOTS = LOT_ROWS.formatted("where l.id = any(:ids)");

    private static final String LOTS_OF = LOT_ROWS.formatted("where l.notice_id = :notice order by l.number");

    /** By itself, so that the next statement sees what those whom it waited for have written. */
    private static final String HOLD_PURCHASES = """
            select p.id
              from purchase.purchase p
             where p.id in (select n.purchase_id
                              from purchase.lot l
                              join purchase.notice n on n.id = l.notice_id
                             where l.id = any(:ids))
             order by p.id
               for share of p
            """;

    private static final String DECIDED = """
            select l.id
              from purchase.lot l
             where l.id = any(:ids)
               and (exists (select from purchase.lot_outcome d where d.lot_id = l.id)
                    or exists (select from purchase.notice_outcome o where o.notice_id = l.notice_id))
            """;
    private static final String OPEN_LOTS_AFTER = """
            select l.id, l.number, n.purchase_id, l.notice_id, n.title as notice_title, l.title, n.department_id,
                   n.department_name, n.region_code, l.category_code, l.service_region_codes, l.budget_fen, n.method,
                   l.requirements::text as requirements, n.published_at, l.deadline, true as open,
                   n.corrections + 1 as version
              from purchase.lot l
              join purchase.notice n on n.id = l.notice_id
             where l.id > :after
               and l.deadline > (select platform.now())
               and not exists (select from purchase.notice_outcome o where o.notice_id = l.notice_id)
               and not exists (select from purchase.lot_outcome d where d.lot_id = l.id)
             order by l.id
             limit :size
            """;

    private static final String TERMS = """
            select l.notice_id as id, t.content
              from purchase.lot l
              join purchase.last_text t on t.notice_id = l.notice_id
             where l.id = :id
            """;

    private final DatabaseClient database;

    SqlPurchaseDirectory(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<PublishedNotice> notice(UUID id) {
        return notices(List.of(id)).next();
    }

    @Override
    public Flux<PublishedNotice> notices(Collection<UUID> ids) {
        return database.sql(NOTICES)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(SqlPurchaseDirectory::readNotice)
                .all();
    }

    @Override
    public Flux<PublishedNotice> noticesAfter(@Nullable UUID id, int size) {
        return database.sql(NOTICES_AFTER)
                .bind("after", id == null ? FIRST : id)
                .bind("size", size)
                .map(SqlPurchaseDirectory::readNotice)
                .all();
    }

    @Override
    public Mono<byte[]> digest(UUID noticeId) {
        return database.sql(DIGEST)
                .bind("id", noticeId)
                .mapValue(String.class)
                .one()
                .map(HexFormat.of()::parseHex);
    }

    @Override
    public Flux<String> words(UUID noticeId) {
        return database.sql(TEXTS)
                .bind("id", noticeId)
                .mapValue(String.class)
                .all()
                .map(CanonicalNotice::read)
                .map(text -> String.join("\n", text.title(), text.searchable()));
    }

    @Override
    public Mono<PublishedLot> lot(UUID id) {
        return database.sql(LOT)
                .bind("id", id)
                .map(SqlPurchaseDirectory::readLot)
                .one();
    }

    @Override
    public Flux<PublishedLot> holdLots(Collection<UUID> ids) {
        var given = ids.toArray(UUID[]::new);
        return database.sql(HOLD_PURCHASES)
                .bind("ids", given)
                .mapValue(UUID.class)
                .all()
                .thenMany(Flux.defer(() -> database.sql(LOTS)
                        .bind("ids", given)
                        .map(SqlPurchaseDirectory::readLot)
                        .all()));
    }

    @Override
    public Flux<PublishedLot> lotsOf(UUID noticeId) {
        return database.sql(LOTS_OF)
                .bind("notice", noticeId)
                .map(SqlPurchaseDirectory::readLot)
                .all();
    }

    @Override
    public Flux<UUID> decided(Collection<UUID> lots) {
        return Among.of(database, DECIDED, lots);
    }

    @Override
    public Mono<LotTerms> terms(UUID lot) {
        return database.sql(TERMS).bind("id", lot).map(row -> terms(lot, row)).one();
    }

    @Override
    public Flux<PublishedLot> openLotsAfter(@Nullable UUID id, int size) {
        return database.sql(OPEN_LOTS_AFTER)
                .bind("after", id == null ? FIRST : id)
                .bind("size", size)
                .map(SqlPurchaseDirectory::readLot)
                .all();
    }

    private static PublishedNotice readNotice(Readable row) {
        var content = CanonicalNotice.read(Columns.text(row, "content"));
        var outcome = row.get("outcome", String.class);
        return new PublishedNotice(
                Columns.id(row, "id"),
                Columns.text(row, "number"),
                Columns.id(row, "purchase_id"),
                NoticeType.valueOf(Columns.text(row, "type")),
                Columns.text(row, "title"),
                content.searchable(),
                new Named(Columns.id(row, "department_id"), Columns.text(row, "department_name")),
                Columns.text(row, "region_code"),
                Columns.texts(row, "service_region_codes"),
                Columns.texts(row, "category_codes"),
                ProcurementMethod.valueOf(Columns.text(row, "method")),
                Columns.number(row, "amount_fen"),
                Columns.moment(row, "published_at"),
                row.get("deadline", Instant.class),
                outcome == null ? null : NoticeStatus.valueOf(outcome),
                Columns.number(row, "version"));
    }

    private static LotTerms terms(UUID id, Readable row) {
        var notice = CanonicalNotice.read(Columns.text(row, "content"));
        var lot = notice.lots().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new LotTerms(
                id,
                lot.number(),
                lot.title(),
                notice.purchaseId(),
                notice.purchaseNumber(),
                Columns.id(row, "id"),
                notice.department().id(),
                notice.method(),
                lot.criteria(),
                notice.lots().stream().mapToLong(one -> one.budgetFen()).sum(),
                lot.budgetFen(),
                Objects.requireNonNullElse(
                        notice.openingAt(), Objects.requireNonNullElse(notice.deadline(), Instant.MAX)),
                Boolean.TRUE.equals(notice.stagedOpening()),
                Boolean.TRUE.equals(notice.acceptsConsortium()),
                Boolean.TRUE.equals(notice.supervisedOpening()),
                notice.lowPrice(),
                lot.repeats() != null);
    }

    static PublishedLot readLot(Readable row) {
        return new PublishedLot(
                Columns.id(row, "id"),
                (int) Columns.number(row, "number"),
                Columns.id(row, "purchase_id"),
                Columns.id(row, "notice_id"),
                Columns.text(row, "notice_title"),
                Columns.text(row, "title"),
                new Named(Columns.id(row, "department_id"), Columns.text(row, "department_name")),
                Columns.text(row, "region_code"),
                Columns.text(row, "category_code"),
                Columns.texts(row, "service_region_codes"),
                Columns.number(row, "budget_fen"),
                ProcurementMethod.valueOf(Columns.text(row, "method")),
                List.of(StoredJson.read(Columns.text(row, "requirements"), Requirement[].class)),
                Columns.moment(row, "published_at"),
                row.get("deadline", Instant.class),
                Boolean.TRUE.equals(row.get("open", Boolean.class)),
                Columns.number(row, "version"));
    }
}
