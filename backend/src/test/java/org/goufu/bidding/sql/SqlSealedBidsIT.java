package org.goufu.bidding.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.bidding.usecase.SealedBids;
import org.goufu.kernel.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Which bids the time gate opens, by the boxes in the database. */
@GoufuIT
class SqlSealedBidsIT {
    @Autowired
    SealedBids bids;

    @Autowired
    DatabaseClient database;

    @Test
    void theOneThatCountsInASealedBoxIsOpenedAndNoOther() {
        var lot = box("SEALED", "-1 hour");
        var counting = envelope(lot);
        var replaced = envelope(lot);
        stands(lot, counting);
        assertThat(due(lot, counting)).isTrue();
        assertThat(due(lot, replaced)).isFalse();
        assertThat(due(Ids.next(), counting)).isFalse();
    }

    /** The program that seals boxes sees each of them within a second: what is asked here is asked of the database alone. */
    @Test
    void nothingIsOpenedBeforeTheBoxIsSealedOrBeforeItsDeadline() {
        var open = box("OPEN", "1 hour");
        var inTime = envelope(open);
        stands(open, inTime);
        assertThat(due(open, inTime)).isFalse();
        var sealedTooSoon = box("SEALED", "1 hour");
        var bid = envelope(sealedTooSoon);
        stands(sealedTooSoon, bid);
        assertThat(due(sealedTooSoon, bid)).isFalse();
    }

    private boolean due(UUID lot, UUID envelope) {
        return bids.isToBeOpened(lot, envelope).blockOptional().orElseThrow();
    }

    private UUID box(String state, String deadline) {
        var lot = Ids.next();
        database.sql("""
                        insert into bidding.box (lot, purchase, notice, digest, title, deadline, state, sealed_at)
                        values (:lot, :lot, :lot, sha256('notice'), '试封包', platform.now() + cast(:deadline as interval), :state,
                                case when :state = 'SEALED' then platform.now() end)
                        """)
                .bind("lot", lot)
                .bind("deadline", deadline)
                .bind("state", state)
                .then()
                .block();
        return lot;
    }

    private UUID envelope(UUID lot) {
        var id = Ids.next();
        database.sql("""
                        insert into bidding.envelope (id, lot, body, manifest, digest)
                        values (:id, :lot, :id, 'a manifest', sha256('a manifest'))
                        """).bind("id", id).bind("lot", lot).then().block();
        return id;
    }

    private void stands(UUID lot, UUID envelope) {
        database.sql("insert into bidding.standing (lot, body, envelope) values (:lot, :envelope, :envelope)")
                .bind("lot", lot)
                .bind("envelope", envelope)
                .then()
                .block();
    }
}
