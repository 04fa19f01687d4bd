package org.goufu.demo.sql;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.demo.domain.DemoPurchase;
import org.goufu.demo.domain.NoticeMaker;
import org.goufu.demo.domain.NoticeMaker.Made;
import org.goufu.demo.domain.Providers;
import org.goufu.demo.domain.RegistryMaker;
import org.goufu.platform.database.BulkCopy;
import org.goufu.platform.database.CopyRows;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.NoticeContent;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes two years of purchases with their notices and lots, all in one transaction. */
@Component
class NoticesStep implements DemoStep {
    private static final int PURCHASES_AT_A_TIME = 1_000;
    private static final List<String> EMPTY = List.of(
            "alter table purchase.notice disable trigger user",
            "alter table purchase.lot disable trigger user",
            "alter table purchase.lot_outcome disable trigger user",
            """
            truncate purchase.purchase, purchase.act, purchase.submission, purchase.correction, purchase.notice, purchase.notice_outcome,
                     purchase.lot_outcome, purchase.termination, purchase.portal_result,
                     purchase.lot, purchase.notice_number
            """,
            "alter table purchase.notice enable trigger user",
            "alter table purchase.lot enable trigger user",
            "alter table purchase.lot_outcome enable trigger user");
    private static final String PURCHASES = """
            copy purchase.purchase (id, number, department_id, state, content, authors, title, budget_fen, bid_deadline,
                                    notice_id, updated_at, updated_by_name) from stdin
            """;
    private static final String NOTICES = """
            copy purchase.notice (id, number, purchase_id, type, format_code, title, department_id, department_name,
                                  region_code, service_region_codes, category_codes, method, amount_fen, published_at,
                                  deadline, content, digest) from stdin
            """;
    private static final String LOTS = """
            copy purchase.lot (id, notice_id, number, title, category_code, service_region_codes, budget_fen, requirements,
                               deadline) from stdin
            """;
    private static final String OUTCOMES = "copy purchase.notice_outcome (notice_id, outcome, decided_at) from stdin";
    private static final String NUMBERS = "copy purchase.notice_number (county_code, year, last) from stdin";
    private static final List<String> STATISTICS = List.of(
            "analyze purchase.purchase",
            "analyze purchase.notice",
            "analyze purchase.notice_outcome",
            "analyze purchase.lot");
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    always -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final String PROVIDERS = """
            select body.name, body.founded_on, substr(body.region_code, 1, 6) as county,
                   array(select distinct fact.value from organization.fact where fact.body_id = body.id and fact.kind = 'CATEGORY')
                       as categories
              from organization.body
             where body.kind in ('LEGAL_PERSON', 'FEDERATION')
             order by body.id
            """;

    private final BulkCopy bulk;
    private final DatabaseClient database;
    private final Regions regions;
    private final ServiceCategories categories;

    NoticesStep(BulkCopy bulk, DatabaseClient database, Regions regions, ServiceCategories categories) {
        this.bulk = bulk;
        this.database = database;
        this.regions = regions;
        this.categories = categories;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        return providers()
                .flatMap(providers -> bulk.inOneTransaction(session -> write(plan, providers, session, progress)));
    }

    /** Results name bodies that the registry has, so that their pages can show what they did. */
    private Mono<Providers> providers() {
        return database.sql(PROVIDERS)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("county", String.class)),
                        new Providers.Provider(
                                Objects.requireNonNull(row.get("name", String.class)),
                                Objects.requireNonNull(row.get("founded_on", LocalDate.class)),
                                Set.of(Objects.requireNonNull(row.get("categories", String[].class))))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .map(Providers::new);
    }

    private void write(DemoPlan plan, Providers providers, BulkCopy.Session session, Progress progress)
            throws SQLException, IOException {
        for (var statement : EMPTY) {
            session.execute(statement);
        }
        var maker =
                new NoticeMaker(plan, regions, categories, new RegistryMaker(plan, regions).departments(), providers);
        var purchases = maker.purchases();
        long written = 0;
        for (int from = 0; from < purchases.size(); from += PURCHASES_AT_A_TIME) {
            var some = purchases.subList(from, Math.min(purchases.size(), from + PURCHASES_AT_A_TIME));
            written += flush(session, maker, some);
            progress.report("notices", written, plan.scale().notices());
        }
        numbers(session, maker);
        for (var statement : STATISTICS) {
            session.execute(statement);
        }
    }

    private static long flush(BulkCopy.Session session, NoticeMaker maker, List<DemoPurchase> purchases)
            throws SQLException {
        var notices = new LinkedHashMap<DemoPurchase, List<Made>>();
        purchases.forEach(purchase -> notices.put(purchase, maker.notices(purchase)));
        try (var rows = session.copy(PURCHASES)) {
            for (var entry : notices.entrySet()) {
                purchase(rows, entry.getKey(), entry.getValue());
            }
        }
        long written = 0;
        try (var rows = session.copy(NOTICES)) {
            for (var all : notices.values()) {
                for (var made : all) {
                    notice(rows, made);
                    written++;
                }
            }
        }
        try (var rows = session.copy(LOTS)) {
            for (var all : notices.values()) {
                for (var made : all) {
                    lots(rows, made);
                }
            }
        }
        try (var rows = session.copy(OUTCOMES)) {
            for (var purchase : purchases) {
                var outcome = NoticeMaker.outcome(purchase);
                if (outcome != null) rows.row(outcome.noticeId(), outcome.outcome(), outcome.at());
            }
        }
        return written;
    }

    private static void purchase(CopyRows rows, DemoPurchase purchase, List<Made> notices) throws SQLException {
        var main = notices.stream()
                .filter(made -> made.id().equals(NoticeMaker.mainNotice(purchase)))
                .findFirst()
                .orElseThrow()
                .content();
        rows.row(
                main.purchaseId(),
                main.purchaseNumber(),
                main.department().id(),
                NoticeMaker.state(purchase),
                JSON.writeValueAsString(content(purchase.draft(), main)),
                List.of(),
                purchase.draft().title(),
                main.amountFen(),
                main.deadline(),
                NoticeMaker.mainNotice(purchase),
                notices.getLast().content().publishedAt(),
                "示例经办人");
    }

    /** The draft that such a notice would have come from. */
    private static Map<String, Object> content(DemoPurchase.Draft draft, NoticeContent main) {
        var content = new LinkedHashMap<String, Object>();
        content.put("title", draft.title());
        content.put("method", main.method());
        content.put("regionCode", main.regionCode());
        content.put("description", draft.description());
        content.put("lots", draft.lots());
        if (main.deadline() != null) {
            content.put("bidDeadline", main.deadline());
            content.put("openingAt", main.deadline());
        }
        content.put("contact", main.contact());
        return content;
    }

    private static void notice(CopyRows rows, Made made) throws SQLException {
        var content = made.content();
        var text = CanonicalNotice.text(content);
        rows.row(
                made.id(),
                content.number(),
                made.purchaseId(),
                content.type(),
                content.formatCode(),
                content.title(),
                content.department().id(),
                content.department().name(),
                content.regionCode(),
                made.places(),
                made.categories(),
                content.method(),
                content.amountFen(),
                content.publishedAt(),
                content.deadline(),
                text,
                "\\x" + HexFormat.of().formatHex(CanonicalNotice.digest(text)));
    }

    /** A single source is announced, not bid on. */
    private static void lots(CopyRows rows, Made made) throws SQLException {
        if (made.content().deadline() == null) {
            return;
        }
        for (var lot : made.content().lots()) {
            rows.row(
                    lot.id(),
                    made.id(),
                    lot.number(),
                    lot.title(),
                    lot.categoryCode(),
                    lot.serviceRegionCodes(),
                    lot.budgetFen(),
                    JSON.writeValueAsString(lot.requirements()),
                    made.content().deadline());
        }
    }

    private static void numbers(BulkCopy.Session session, NoticeMaker maker) throws SQLException {
        try (var rows = session.copy(NUMBERS)) {
            for (var entry : maker.lastNumbers().entrySet()) {
                var parts = entry.getKey().split("-");
                rows.row(parts[0], parts[1], entry.getValue());
            }
        }
    }
}
