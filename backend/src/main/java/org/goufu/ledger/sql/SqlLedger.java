package org.goufu.ledger.sql;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.domain.Entry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Enters acts through the database's own function, which alone knows the order. */
@Component
class SqlLedger implements Ledger {
    private static final String APPEND = """
            select ledger.append(:kinds, :subjects, :purchases, :salts, :bodies, true) as entered
            """;
    private static final String ENTERED = """
            select count(*) as entered from ledger.act where kind = :kind
            """;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;

    SqlLedger(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> enter(List<Act> acts) {
        if (acts.isEmpty()) return Mono.empty();
        return database.sql(APPEND)
                .bind("kinds", column(acts, act -> act.kind().name(), String[]::new))
                .bind("subjects", column(acts, Act::subject, UUID[]::new))
                .bind("purchases", column(acts, Act::purchase, UUID[]::new))
                .bind("salts", column(acts, act -> salt(), String[]::new))
                .bind("bodies", column(acts, SqlLedger::body, String[]::new))
                .then();
    }

    @Override
    public Mono<Long> entered(Act.Kind kind) {
        return database.sql(ENTERED)
                .bind("kind", kind.name())
                .mapValue(Long.class)
                .one();
    }

    private static <T> T[] column(List<Act> acts, Function<Act, T> value, IntFunction<T[]> array) {
        return acts.stream().map(value).toArray(array);
    }

    private static String salt() {
        var salt = new byte[Entry.SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** With sorted keys and without spaces, once and for all: what is hashed is this text, never a rewriting of it. */
    private static String body(Act act) {
        var said = new TreeMap<>(act.details());
        said.put("kind", act.kind().name());
        said.put("subject", act.subject().toString());
        said.put("purchase", act.purchase().toString());
        return JSON.writeValueAsString(said);
    }
}
