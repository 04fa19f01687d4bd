package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.kernel.Named;
import org.goufu.kernel.Page;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.BidPlaces;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.LotContent;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.domain.PurchaseState;
import org.goufu.purchase.domain.Timeline;
import org.goufu.purchase.domain.Timeline.Published;
import org.goufu.purchase.sql.LotView.RequirementView;
import org.goufu.purchase.sql.PurchaseDetails.HistoryEntry;
import org.goufu.purchase.sql.PurchaseDetails.Stage;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads purchases for pages. */
@Component
public class PurchaseQueries {
    private static final String OF_DEPARTMENT = """
            select id, number, title, state, budget_fen, updated_at, updated_by_name, bid_deadline, notice_id, errors, warnings
              from purchase.purchase
             where department_id = :department
               and (cardinality(:states) = 0 or state = any(:states))
               and (updated_at, id) < (:updatedAt, :id)
             order by updated_at desc, id desc
             limit :oneMore
            """;

    private static final String COUNT = """
            select count(*)
              from (select
                      from purchase.purchase
                     where department_id = :department
                       and (cardinality(:states) = 0 or state = any(:states))
                     limit 10001) counted
            """;

    private static final String DETAILS = """
            select p.id, p.number, p.department_id, p.state, p.content::text as content, p.budget_fen, p.notice_id, p.version,
                   platform.now() as now,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'at', a.at, 'by', a.by_name, 'act', a.act, 'reason', a.reason) order by a.id), '[]')::text
                      from purchase.act a
                     where a.purchase_id = p.id) as history,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', n.id, 'type', n.type, 'at', n.published_at, 'deadline', n.deadline)), '[]')::text
                      from purchase.notice n
                     where n.purchase_id = p.id) as notices,
                   (select min(n.department_name)
                      from purchase.notice n
                     where n.purchase_id = p.id) as department_name
              from purchase.purchase p
             where p.id = :id
            """;

    private final DatabaseClient database;
    private final DepartmentDirectory departments;
    private final Regions regions;
    private final ServiceCategories categories;
    private final BidPlaces places;

    PurchaseQueries(
            DatabaseClient database,
            DepartmentDirectory departments,
            Regions regions,
            ServiceCategories categories,
            BidPlaces places) {
        this.database = database;
        this.departments = departments;
        this.regions = regions;
        this.categories = categories;
        this.places = places;
    }

    /** A department's purchases, the one that was touched last first. */
    public Mono<Page<PurchaseSummary>> ofDepartment(
            UUID department, List<PurchaseState> states, int size, @Nullable String after) {
        var place = Keyset.read(after);
        var filter = states.stream().map(Enum::name).toArray(String[]::new);
        var rows = database.sql(OF_DEPARTMENT)
                .bind("department", department)
                .bind("states", filter)
                .bind("updatedAt", place.at())
                .bind("id", place.id())
                .bind("oneMore", size + 1)
                .map(PurchaseQueries::summary)
                .all()
                .collectList();
        var total = database.sql(COUNT)
                .bind("department", department)
                .bind("states", filter)
                .map(row -> Columns.number(row, "count"))
                .one();
        return rows.zipWith(
                total, (items, count) -> Page.cut(items, size, count, item -> Keyset.of(item.updatedAt(), item.id())));
    }

    /** Fails with {@code purchase/not-found}. */
    public Mono<PurchaseDetails> details(UUID id) {
        return database.sql(DETAILS)
                .bind("id", id)
                .map(this::readDetails)
                .one()
                .flatMap(this::named)
                .switchIfEmpty(Mono.error(PurchaseProblem.NOT_FOUND::raise));
    }

    private static PurchaseSummary summary(Readable row) {
        return new PurchaseSummary(
                Columns.id(row, "id"),
                row.get("number", String.class),
                row.get("title", String.class),
                PurchaseState.valueOf(Columns.text(row, "state")),
                Columns.number(row, "budget_fen"),
                Columns.moment(row, "updated_at"),
                Columns.text(row, "updated_by_name"),
                row.get("bid_deadline", Instant.class),
                row.get("notice_id", UUID.class),
                new PurchaseSummary.Findings(
                        (int) Columns.number(row, "errors"), (int) Columns.number(row, "warnings")));
    }

    /** A published purchase carries its buyer's name in its notices; only a draft has to ask for it. */
    private Mono<PurchaseDetails> named(PurchaseDetails details) {
        return details.department().name().isEmpty()
                ? departments
                        .find(details.department().id())
                        .map(DepartmentView::name)
                        .map(details::boughtBy)
                        .defaultIfEmpty(details)
                : Mono.just(details);
    }

    private PurchaseDetails readDetails(Readable row) {
        var content = StoredJson.read(Columns.text(row, "content"), Content.class);
        var notices = List.of(StoredJson.read(Columns.text(row, "notices"), Published[].class));
        var name = row.get("department_name", String.class);
        var region = content.regionCode();
        return new PurchaseDetails(
                Columns.id(row, "id"),
                row.get("number", String.class),
                PurchaseState.valueOf(Columns.text(row, "state")),
                content.title(),
                content.method(),
                region,
                region == null ? null : regions.coded(region),
                content.description(),
                lots(content),
                Columns.number(row, "budget_fen"),
                content.bidDeadline(),
                content.openingAt(),
                content.contact(),
                Boolean.TRUE.equals(content.stagedOpening()),
                Boolean.TRUE.equals(content.acceptsConsortium()),
                Boolean.TRUE.equals(content.supervisedOpening()),
                LowPriceRatios.orLawful(content.lowPrice()),
                content.statutory(),
                bidPlace(content),
                new Named(Columns.id(row, "department_id"), name == null ? "" : name),
                row.get("notice_id", UUID.class),
                timeline(
                        PurchaseState.valueOf(Columns.text(row, "state")),
                        content,
                        notices,
                        Columns.moment(row, "now")),
                List.of(StoredJson.read(Columns.text(row, "history"), HistoryEntry[].class)),
                Columns.number(row, "version"));
    }

    /** A draft that has no method yet is taken for one below the limit. */
    private BidPlace bidPlace(Content content) {
        return places.of(
                content.method() == null ? ProcurementMethod.BT_COMPARE : content.method(),
                content.regionCode() == null ? "" : content.regionCode());
    }

    private static List<Stage> timeline(PurchaseState state, Content content, List<Published> notices, Instant now) {
        return Timeline.of(notices, state, content.bidDeadline(), content.openingAt(), now).stream()
                .map(entry -> new Stage(
                        entry.stage(), entry.state(), entry.at(), entry.until(), entry.noticeId(), entry.note()))
                .toList();
    }

    private List<LotView> lots(Content content) {
        return IntStream.range(0, content.lots().size())
                .mapToObj(i -> lot(i + 1, content.lots().get(i)))
                .toList();
    }

    private LotView lot(int number, LotContent lot) {
        return new LotView(
                lot.id(),
                number,
                lot.title(),
                lot.categoryCode(),
                lot.categoryCode() == null ? null : categories.coded(lot.categoryCode()),
                lot.serviceRegionCodes(),
                lot.serviceRegionCodes().stream().map(regions::coded).toList(),
                lot.budgetFen(),
                lot.description(),
                lot.requirements().stream().map(RequirementView::of).toList(),
                lot.criteria(),
                lot.repeats());
    }
}
