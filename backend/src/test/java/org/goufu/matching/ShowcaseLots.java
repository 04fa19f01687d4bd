package org.goufu.matching;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.goufu.TestHouse;
import org.goufu.matching.PublishedLots.Published;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.Requirement;
import org.springframework.r2dbc.core.DatabaseClient;

/** Publishes lots of the street that buys in the demo: meals that its organization, federation and group fit, unless more is asked. */
public final class ShowcaseLots {
    public static final String MEALS = "A0402-01";

    public static final long BUDGET_FEN = 9_800_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final TestHouse house;
    private final PublishedLots lots;

    public ShowcaseLots(TestHouse house, DatabaseClient database, Transactions transactions, Outbox outbox) {
        this.house = house;
        this.lots = new PublishedLots(database, transactions, outbox);
    }

    public Published publish(String title, Requirement... requirements) {
        return publish(title, MEALS, BUDGET_FEN, requirements);
    }

    public Published publish(String title, String category, long budgetFen, Requirement... requirements) {
        var department = house.get("officer", "/api/me").path("department");
        var id = UUID.fromString(department.path("id").asString());
        var street = department.path("regionCode").asString();
        return lots.publish(id, street, category, budgetFen, title, List.of(requirements))
                .block(LIMIT);
    }
}
