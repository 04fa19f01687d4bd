package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.kernel.Page;
import org.goufu.purchase.BidPlaces;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.sql.LotView.RequirementView;
import org.goufu.purchase.sql.NoticeDetails.Correcting;
import org.goufu.purchase.sql.NoticeDetails.Related;
import org.goufu.purchase.sql.NoticeHit.Highlights;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads published notices for pages. */
@Component
public class NoticeQueries {
    private static final String DETAILS = """
            select n.id, n.content, n.digest, t.content as standing,
                   coalesce(o.outcome, case when n.type <> 'PROCUREMENT' or n.deadline is null then 'PUBLISHED'
                                            when n.deadline > platform.now() then 'OPEN' else 'CLOSED' end) as status,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', s.id, 'number', s.number, 'type', s.type, 'title', s.title,
                               'publishedAt', s.published_at) order by s.published_at), '[]')::text
                      from purchase.notice s
                     where s.purchase_id = n.purchase_id and s.id <> n.id) as siblings,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', s.id, 'number', s.number, 'type', s.type, 'title', s.title,
                               'publishedAt', s.published_at, 'deadline', s.content::jsonb -> 'deadline',
                               'corrected', s.content::jsonb -> 'corrects') order by s.published_at), '[]')::text
                      from purchase.notice s
                     where s.purchase_id = n.purchase_id and s.id <> n.id and s.type = 'CORRECTION') as corrections,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', s.id, 'number', s.number, 'type', s.type, 'title', s.title,
                               'publishedAt', s.published_at) order by s.published_at), '[]')::text
                      from purchase.notice s
                     where s.id in (select first.notice_id
                                      from purchase.lot second
                                      join purchase.lot first on first.id = second.repeats
                                     where second.notice_id = n.id)) as repeats,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', s.id, 'number', s.number, 'type', s.type, 'title', s.title,
                               'publishedAt', s.published_at) order by s.published_at), '[]')::text
                      from purchase.notice s
                     where s.id in (select second.notice_id
                                      from purchase.lot first
                                      join purchase.lot second on second.repeats = first.id
                                     where first.notice_id = n.id)) as repeated_by
              from purchase.notice n
              join purchase.last_text t on t.notice_id = n.id
              left join purchase.notice_outcome o on o.notice_id = n.id
             where n.id = :id
            """;

    private static final String NEWEST = """
            select n.id, n.number, n.purchase_id, n.type, n.title, n.department_id, n.department_name, n.region_code,
                   n.category_codes, n.method, n.amount_fen, n.published_at, n.deadline,
                   coalesce(o.outcome, case when n.type <> 'PROCUREMENT' or n.deadline is null then 'PUBLISHED'
                                            when n.deadline > platform.now() then 'OPEN' else 'CLOSED' end) as status
              from purchase.notice n
              left join purchase.notice_outcome o on o.notice_id = n.id
             where (cardinality(:regions::text[]) = 0 or n.region_code like any (:regions::text[]))
               and n.published_at between :publishedFrom and :publishedTo
               and (n.published_at, n.id) < (:publishedAt, :id)
             order by n.published_at desc, n.id desc
             limit :oneMore
            """;

    private static final String COUNT = """
            select count(*)
              from (select
                      from purchase.notice n
                     where (cardinality(:regions::text[]) = 0 or n.region_code like any (:regions::text[]))
                       and n.published_at between :publishedFrom and :publishedTo
                     limit 10001) counted
            """;

    /** Two counts with an index each: one pass over all notices would take the home page a third of a second. */
    private static final String FIGURES = """
            select open.notices as open_notices, open.amount_fen as open_amount_fen, fresh.notices as published_last_7_days
              from (select count(*) as notices, coalesce(sum(n.amount_fen), 0)::bigint as amount_fen
                      from purchase.notice n
                     where n.type = 'PROCUREMENT'
                       and n.deadline > (select platform.now())
                       and not exists (select from purchase.notice_outcome o where o.notice_id = n.id)) open,
                   (select count(*) as notices
                      from purchase.notice n
                     where n.published_at > (select platform.now()) - interval '7 days') fresh
            """;

    private final DatabaseClient database;
    private final Regions regions;
    private final ServiceCategories categories;
    private final BidPlaces places;

    NoticeQueries(DatabaseClient database, Regions regions, ServiceCategories categories, BidPlaces places) {
        this.database = database;
        this.regions = regions;
        this.categories = categories;
        this.places = places;
    }

    /** What the home page counts about purchases. */
    public record Figures(long openNotices, long openAmountFen, long publishedLast7Days) {}

    /** Fails with {@code purchase/notice-not-found}. */
    public Mono<NoticeDetails> details(UUID id) {
        return database.sql(DETAILS)
                .bind("id", id)
                .map(this::readDetails)
                .one()
                .switchIfEmpty(Mono.error(PurchaseProblem.NOTICE_NOT_FOUND::raise));
    }

    /** The newest first, of the regions and everything under them. */
    public Mono<Page<NoticeHit>> newest(NewestAsked asked, int size, @Nullable String after) {
        var place = Keyset.read(after);
        var rows = narrowed(NEWEST, asked)
                .bind("publishedAt", place.at())
                .bind("id", place.id())
                .bind("oneMore", size + 1)
                .map(this::hit)
                .all()
                .collectList();
        var total =
                narrowed(COUNT, asked).map(row -> Columns.number(row, "count")).one();
        return rows.zipWith(
                total,
                (items, count) -> Page.cut(items, size, count, item -> Keyset.of(item.publishedAt(), item.id())));
    }

    private DatabaseClient.GenericExecuteSpec narrowed(String sql, NewestAsked asked) {
        return database.sql(sql)
                .bind(
                        "regions",
                        asked.regions().stream().map(code -> code + "%").toArray(String[]::new))
                .bind("publishedFrom", Objects.requireNonNullElse(asked.publishedFrom(), Instant.EPOCH))
                .bind("publishedTo", Objects.requireNonNullElse(asked.publishedTo(), Keyset.BEGINNING.at()));
    }

    public Mono<Figures> figures() {
        return database.sql(FIGURES)
                .map(row -> new Figures(
                        Columns.number(row, "open_notices"),
                        Columns.number(row, "open_amount_fen"),
                        Columns.number(row, "published_last_7_days")))
                .one();
    }

    private NoticeHit hit(Readable row) {
        return new NoticeHit(
                Columns.id(row, "id"),
                Columns.text(row, "number"),
                Columns.id(row, "purchase_id"),
                NoticeType.valueOf(Columns.text(row, "type")),
                Columns.text(row, "title"),
                new Named(Columns.id(row, "department_id"), Columns.text(row, "department_name")),
                regions.coded(Columns.text(row, "region_code")),
                Columns.texts(row, "category_codes").stream()
                        .map(categories::coded)
                        .toList(),
                ProcurementMethod.valueOf(Columns.text(row, "method")),
                Columns.number(row, "amount_fen"),
                Columns.moment(row, "published_at"),
                row.get("deadline", Instant.class),
                NoticeStatus.valueOf(Columns.text(row, "status")),
                new Highlights(null, List.of()));
    }

    private NoticeDetails readDetails(Readable row) {
        var content = CanonicalNotice.read(Columns.text(row, "content"));
        var standing = CanonicalNotice.read(Columns.text(row, "standing"));
        var siblings = List.of(StoredJson.read(Columns.text(row, "siblings"), Related[].class));
        return new NoticeDetails(
                Columns.id(row, "id"),
                content.number(),
                content.purchaseId(),
                content.purchaseNumber(),
                content.type(),
                content.formatCode(),
                content.title(),
                content.summary(),
                content.department(),
                regions.coded(content.regionCode()),
                content.method(),
                content.amountFen(),
                content.publishedAt(),
                standing.deadline(),
                standing.openingAt(),
                NoticeStatus.valueOf(Columns.text(row, "status")),
                content.official(),
                standing.deadline() == null ? null : places.of(content.method(), content.regionCode()),
                content.elsewhere() != null,
                standing.description(),
                Boolean.TRUE.equals(standing.stagedOpening()),
                Boolean.TRUE.equals(standing.acceptsConsortium()),
                Boolean.TRUE.equals(standing.supervisedOpening()),
                LowPriceRatios.orLawful(standing.lowPrice()),
                standing.contact(),
                standing.lots().stream().map(this::lot).toList(),
                content.corrects(),
                List.of(StoredJson.read(Columns.text(row, "corrections"), Correcting[].class)),
                siblings,
                List.of(StoredJson.read(Columns.text(row, "repeats"), Related[].class)),
                List.of(StoredJson.read(Columns.text(row, "repeated_by"), Related[].class)),
                List.of(),
                HexFormat.of().formatHex(Objects.requireNonNull(row.get("digest", byte[].class))),
                content.sections(),
                content.sections().stream()
                        .flatMap(section -> section.fields().stream())
                        .toList());
    }

    private LotView lot(NoticeContent.Lot lot) {
        return new LotView(
                lot.id(),
                lot.number(),
                lot.title(),
                lot.categoryCode(),
                categories.coded(lot.categoryCode()),
                lot.serviceRegionCodes(),
                lot.serviceRegionCodes().stream().map(regions::coded).toList(),
                lot.budgetFen(),
                lot.description(),
                lot.requirements().stream().map(RequirementView::of).toList(),
                lot.criteria(),
                lot.repeats() == null ? null : lot.repeats().lotId());
    }
}
