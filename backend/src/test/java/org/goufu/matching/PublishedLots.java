package org.goufu.matching;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Named;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.Contact;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticePublished;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Requirement;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Puts published lots into the database as publishing leaves them, the news included. */
public final class PublishedLots {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PURCHASE = """
            insert into purchase.purchase (id, number, department_id, state, content, authors, title, budget_fen, updated_by_name)
            select :purchase, cast(:purchase as text), :department, 'PUBLISHED', '{}', '{}', :title, :budget, '经办人'
            """;

    private static final String NOTICE = """
            insert into purchase.notice (
                   id, number, purchase_id, type, format_code, title, department_id, department_name, region_code,
                   service_region_codes, category_codes, method, amount_fen, published_at, deadline, content, digest)
            select :notice, cast(:notice as text), :purchase, 'PROCUREMENT', 'N20', :title, d.id, d.name, :region,
                   array[:region], array[:category], 'BT_COMPARE', :budget, platform.now(),
                   platform.now() + interval '10 days', :content, sha256(convert_to(:content, 'UTF8'))
              from organization.department d
             where d.id = :department
            """;

    private static final String LOT = """
            insert into purchase.lot (
                   id, notice_id, number, title, category_code, service_region_codes, budget_fen, requirements, deadline)
            select :lot, :notice, 1, :title, :category, array[:region], :budget, cast(:requirements as jsonb),
                   platform.now() + interval '10 days'
            """;

    private final DatabaseClient database;
    private final Transactions transactions;
    private final Outbox outbox;

    public PublishedLots(DatabaseClient database, Transactions transactions, Outbox outbox) {
        this.database = database;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** What was published. */
    public record Published(UUID purchaseId, UUID noticeId, UUID lotId) {}

    public Mono<Published> publish(
            UUID department,
            String region,
            String category,
            long budget,
            String title,
            List<Requirement> requirements) {
        var published = new Published(Ids.next(), Ids.next(), Ids.next());
        var rows = database.sql(PURCHASE)
                .bind("purchase", published.purchaseId())
                .bind("department", department)
                .bind("title", title)
                .bind("budget", budget)
                .then()
                .then(database.sql(NOTICE)
                        .bind("notice", published.noticeId())
                        .bind("purchase", published.purchaseId())
                        .bind("title", title)
                        .bind("department", department)
                        .bind("region", region)
                        .bind("category", category)
                        .bind("budget", budget)
                        .bind("content", CanonicalNotice.text(content(published, region, budget, title)))
                        .then())
                .then(database.sql(LOT)
                        .bind("lot", published.lotId())
                        .bind("notice", published.noticeId())
                        .bind("title", title)
                        .bind("category", category)
                        .bind("region", region)
                        .bind("budget", budget)
                        .bind("requirements", JSON.writeValueAsString(requirements))
                        .then())
                .then(outbox.append(new NoticePublished(published.noticeId(), published.purchaseId())));
        return transactions.write(rows).thenReturn(published);
    }

    private static NoticeContent content(Published published, String region, long budget, String title) {
        return new NoticeContent(
                published.noticeId().toString(),
                published.purchaseId(),
                published.purchaseId().toString(),
                NoticeType.PROCUREMENT,
                "N20",
                title,
                title,
                new Named(published.purchaseId(), "望江街道办事处"),
                region,
                ProcurementMethod.BT_COMPARE,
                budget,
                MatchingFixtures.NOW,
                null,
                null,
                null,
                title,
                new Contact("联系人", null, null),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
