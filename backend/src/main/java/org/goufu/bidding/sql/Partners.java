package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.goufu.bidding.ConsortiumMember;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads with each opened bid {@code b} who gave it together. */
final class Partners {
    /** The lead first; an empty list of a bid that was given alone. */
    static final String COLUMN = """
            (select coalesce(json_agg(json_build_object('id', m.body, 'name', m.name, 'work', m.work, 'share', m.share)
                                      order by m.body <> b.body, m.body), '[]')::text
               from bidding.consortium_member m
              where m.hash = b.agreement) as consortium
            """;

    private static final TypeReference<List<ConsortiumMember>> LIST = new TypeReference<>() {};

    private Partners() {}

    static List<ConsortiumMember> of(Readable row) {
        return JsonMapper.shared().readValue(required(row, "consortium", String.class), LIST);
    }
}
