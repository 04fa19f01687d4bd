package org.goufu.bidding;

import java.util.UUID;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.platform.database.Transactions;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

/** Lets the time of one lot pass, while the clock of the installation stays as it is. */
public final class PassingTime {
    private final Transactions transactions;
    private final DatabaseClient database;

    PassingTime(Transactions transactions, DatabaseClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    /** The times in the notice are over, too. */
    void passDeadline(Lot lot) {
        unwatched("""
                with told as (
                    select id, regexp_replace(
                                   content, '"(openingAt|deadline)":"[^"]*"',
                                   '"\\1":"' || to_char(platform.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '"', 'g')
                                   as content
                      from purchase.notice where id = :id)
                update purchase.notice n
                   set content = told.content, digest = sha256(convert_to(told.content, 'UTF8')), deadline = platform.now()
                  from told
                 where n.id = told.id
                """, lot.notice());
        unwatched("update purchase.lot set deadline = platform.now() where id = :id", lot.id());
        unwatched("update bidding.box set deadline = platform.now() where lot = :id", lot.id());
    }

    /** The box closes so soon by the database's clock. */
    public void deadlineIn(Lot lot, int seconds) {
        unwatched(
                "update bidding.box set deadline = platform.now() + interval '%d seconds' where lot = :id"
                        .formatted(seconds),
                lot.id());
    }

    void passSealCheck(Lot lot) {
        change("update bidding.opening set check_until = platform.now() where lot = :id", lot.id());
    }

    public void passRemedy(Lot lot) {
        change("update bidding.opening_stage set remedy_until = platform.now() where lot = :id", lot.id());
    }

    public void change(String sql, UUID id) {
        StepVerifier.create(transactions.write(database.sql(sql).bind("id", id).then()))
                .verifyComplete();
    }

    /** Past the triggers that keep everybody else from it. */
    private void unwatched(String sql, UUID id) {
        var unwatched =
                database.sql("set local session_replication_role = replica").then();
        StepVerifier.create(transactions.write(
                        unwatched.then(database.sql(sql).bind("id", id).then())))
                .verifyComplete();
    }
}
