package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks for what a rush left behind. */
final class RushCheck {
    private RushCheck() {}

    /** Everything that was accepted stands in the box and in the ledger, once, and nothing else does; nothing is late. */
    static void stand(Connection connection, String lots, List<UUID> accepted) throws Exception {
        var stood = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select e.envelope, e.at < b.deadline as in_time,
                               (select count(*) from ledger.act a
                                 where a.subject = e.envelope and a.kind = e.kind) as entries
                          from bidding.event e
                          join bidding.box b using (lot)
                         where e.lot in ('%s')
                        """.formatted(lots))) {
            while (rows.next()) {
                assertThat(rows.getBoolean("in_time")).as("in time").isTrue();
                assertThat(rows.getLong("entries")).as("entries in the ledger").isEqualTo(1);
                stood.add(rows.getObject("envelope", UUID.class));
            }
        }
        assertThat(stood.stream().sorted().toList())
                .isEqualTo(accepted.stream().sorted().toList());
    }
}
