package org.goufu.reference.sql;

import java.time.LocalDate;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.reference.domain.CalendarYear;
import org.goufu.reference.domain.ThresholdEntry;
import org.goufu.reference.domain.ThresholdTable;
import org.goufu.reference.usecase.ReferenceEntries;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds rows and wakes every instance. */
@Component
class SqlReferenceEntries implements ReferenceEntries {
    private static final String ADD_YEAR = """
            insert into reference.calendar_year (id, year, document, holidays, workdays, loaded_by, account_id)
            values (:id, :year, :document, :holidays, :workdays, :name, :account)
            """;
    private static final String ADD_THRESHOLD = """
            insert into reference.threshold_entry (
                   id, region_code, level, kind, amount_fen, valid_from, document, entered_by, account_id)
            values (:id, :region, :level, :kind, :amount, :from, :document, :name, :account)
            """;
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('reference.threshold_entry'))";
    private static final String WAKE = "select pg_notify(:channel, '')";

    private final DatabaseClient database;

    SqlReferenceEntries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(CalendarYear year, Actor actor) {
        return database.sql(ADD_YEAR)
                .bind("id", Ids.next())
                .bind("year", year.year())
                .bind("document", year.document())
                .bind("holidays", year.holidays().toArray(LocalDate[]::new))
                .bind("workdays", year.workdays().toArray(LocalDate[]::new))
                .bind("name", actor.displayName())
                .bind("account", actor.accountId())
                .then()
                .then(wake());
    }

    @Override
    public Mono<ThresholdTable> amounts() {
        return database.sql(ALONE).then().then(CurrentReference.thresholds(database));
    }

    @Override
    public Mono<Void> add(ThresholdEntry entry, Actor actor) {
        return database.sql(ADD_THRESHOLD)
                .bind("id", Ids.next())
                .bind("region", entry.regionCode())
                .bind("level", entry.level())
                .bind("kind", entry.kind())
                .bind("amount", entry.amountFen())
                .bind("from", entry.from())
                .bind("document", entry.document())
                .bind("name", actor.displayName())
                .bind("account", actor.accountId())
                .then()
                .then(wake());
    }

    private Mono<Void> wake() {
        return database.sql(WAKE).bind("channel", CurrentReference.CHANNEL).then();
    }
}
